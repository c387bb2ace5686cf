import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/errors/app-error';
import { countRecords } from '@/lib/formats/csv/count-records';
import { rewriteRecords } from '@/lib/formats/csv/rewrite-records';
import { extractFiles } from '@/lib/formats/extract/extract-files';
import { engineReason, exhausted } from './engine-reason';
import type { FileProgress } from './progress';
import type { LoadedFile, RecognisedFile } from './raw-file';
import { createRowsView, refuseFlood, storeSplitRejects } from './split-rejects';
import type { StageDb } from './stage-db';

type CsvFile = Extract<RecognisedFile, { format: 'csv' }>;

const CHUNK = 1024 * 1024;
const LINE_LEAST = 1024 * 1024;

/**
 * Reads the expected columns of a CSV file as text into `raw_<ordinal>`, with everything pinned and nothing guessed, and
 * holds the result against the independent count. An empty cell without quotes is null; blank lines are no records.
 * @throws AppError `unreadable-file`, `unbalanced-receipt`
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
  if (count.unclosed)
    throw new AppError(
      'unreadable-file',
      `${file.name}: a quote in the record at line ${count.unclosed.line} (byte ${count.unclosed.byteOffset}) is never closed, ` +
        'so nobody can tell where the records after it end. Close it, or write quotes inside a cell twice.',
      { extra: { file: file.name, ...count.unclosed } },
    );
  refuseFlood(it, count.unusableRecords);
  progress.counted(count.records);

  const rewritten = join(stageDir, `rewritten-${file.ordinal}.csv`);
  const rewrite = count.mixedLineEnds || count.unusable.length > 0;
  if (rewrite) {
    const unusable = count.unusable.map((one) => one.position);
    await pipeline(
      Readable.from(rewriteRecords(bytes(), it.dialect, unusable)),
      createWriteStream(rewritten),
      { signal },
    );
  }
  await progress.during(db, readInto(db, it, rewrite ? rewritten : file.path, count.longest));
  await rm(rewritten, { force: true });

  const rejected = await storeSplitRejects(db, it, count, bytes);
  const rows = await db.count(`FROM raw_${file.ordinal}`);
  if (rows + rejected !== count.records)
    throw new AppError(
      'unbalanced-receipt',
      `${file.name}: ${count.records} records were counted, but ${rows} read and ${rejected} rejected make ` +
        `${rows + rejected}. Nothing was imported.`,
      { extra: { file: file.name, counted: count.records, read: rows, rejected } },
    );
  await createRowsView(db, file.ordinal);
  return { ...it, read: count.records, rows, rejected };
}

/** With buffers less than a few records long the engine takes good records for broken ones, so they follow the longest. */
async function readInto(
  db: StageDb,
  { file, role, header, detection, dialect }: CsvFile,
  path: string,
  longest: number,
): Promise<void> {
  const lineBytes = Math.max(LINE_LEAST, longest + 1024);
  const columns = header.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const picked = extractFiles[role].map(({ column }) => `c${detection.positions.get(column)} AS ${column}`);
  // A blank line of a file with one column arrives as a null row; quoted empty cells stay empty text.
  const blankLines = header.length === 1 ? 'WHERE c0 IS NOT NULL' : '';
  try {
    await db.run(
      `CREATE TABLE raw_${file.ordinal} AS SELECT ${picked.join(', ')} FROM read_csv($path, columns = {${columns}},
         auto_detect = false, header = true, delim = $delimiter, quote = $quote, escape = $quote, nullstr = '',
         allow_quoted_nulls = false, comment = '', encoding = 'utf-8', compression = 'none', hive_partitioning = false,
         null_padding = false, strict_mode = true, store_rejects = true, max_line_size = ${lineBytes}, buffer_size = ${8 * lineBytes})
       ${blankLines}`,
      { path, delimiter: dialect.delimiter, quote: dialect.quote },
    );
  } catch (error) {
    if (exhausted(error)) throw error;
    throw new AppError('unreadable-file', `${file.name} cannot be read as CSV: ${engineReason(error)}.`, {
      extra: { file: file.name },
      cause: error,
    });
  }
}
