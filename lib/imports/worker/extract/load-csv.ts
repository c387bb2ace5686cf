import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/errors/app-error';
import { countRecords, type RecordCount } from '@/lib/formats/csv/count-records';
import { rewriteRecords } from '@/lib/formats/csv/rewrite-records';
import type { FileProgress } from '../progress';
import type { CsvFile, LoadedFile } from '../raw-file';
import { readCsvFile } from '../read-csv-file';
import { createRowsView, refuseFlood, storeSplitReasons } from '../split-rejects';
import type { StageDb } from '../stage-db';
import { refuseUnclosed } from './refuse-unclosed';

const CHUNK = 1024 * 1024;

/**
 * Reads the expected columns of a CSV file as text into `raw_<ordinal>`, with everything pinned and nothing guessed, and
 * holds the result against the independent count. An empty cell without quotes is null; blank lines are no records.
 * @throws AppError `unreadable-file`, `bad-records`, `unbalanced-receipt`
 */
export async function loadCsv(
  db: StageDb,
  it: CsvFile,
  stageDir: string,
  progress: FileProgress,
  signal: AbortSignal,
): Promise<LoadedFile> {
  const { file } = it;
  const bytes = () => createReadStream(file.path, { highWaterMark: CHUNK, signal });
  const count = await countRecords(bytes(), it.dialect, (size) => progress.read(size / 2));
  refuseUnclosed(file.name, count);
  refuseFlood(it, count.unusableRecords);
  progress.counted(count.records);

  const rewritten = join(stageDir, `rewritten-${file.ordinal}.csv`);
  const rewrite = count.mixedLineEnds || count.unusable.length > 0;
  if (rewrite) {
    const unusable = count.unusable.map((one) => one.position);
    const records = Readable.from(rewriteRecords(bytes(), it.dialect, unusable));
    await pipeline(records, createWriteStream(rewritten), { signal });
  }
  const { rows, rejected } = await progress.during(
    db,
    readBalanced(db, it, rewrite ? rewritten : file.path, count),
  );
  await rm(rewritten, { force: true });
  await storeSplitReasons(db, it, count, bytes());
  await createRowsView(db, file.ordinal);
  return { ...it, read: count.records, rows, rejected };
}

/**
 * Reads in parallel where a line end is always the end of a record, else in one go: parallel readers have to guess whether
 * they start inside quotes. When the count does not agree, in one go again, and then it must.
 */
async function readBalanced(db: StageDb, it: CsvFile, path: string, count: RecordCount) {
  const parallel = !count.quotedLineEnds;
  const first = await readCsvFile(db, it, path, count, parallel);
  const agrees = (read: typeof first) => !read.odd && read.rows + read.rejected === count.records;
  if (agrees(first)) return first;
  const read = parallel ? await readCsvFile(db, it, path, count, false) : first;
  if (agrees(read)) return read;
  throw new AppError(
    'unbalanced-receipt',
    `${it.file.name}: ${count.records} records were counted, but ${read.rows} read and ${read.rejected} rejected make ` +
      `${read.rows + read.rejected}. Nothing was imported.`,
    { extra: { file: it.file.name, counted: count.records, read: read.rows, rejected: read.rejected } },
  );
}
