import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/errors/app-error';
import { countRecords, type RecordCount } from '@/lib/formats/csv/count-records';
import { rewriteRecords } from '@/lib/formats/csv/rewrite-records';
import { refuseUnclosed } from '../extract/refuse-unclosed';
import type { FileProgress } from '../progress';
import { refuseFlood } from '../split-rejects';
import type { StageDb } from '../stage-db';
import { readChunks } from './read-chunks';
import type { TextRowFile } from './row-file';
import { splitFileOf } from './split-file';

const CHUNK = 1024 * 1024;
const SHIFTS_HELD = 65_536;

/** A counted text: `path` is what the engine reads. `shift`: line of a record minus its number, null when it changes (table `shifts_<ordinal>`). */
export type CountedText = {
  readonly count: RecordCount;
  readonly path: string;
  readonly shift: number | null;
};

/**
 * Counts the records of a text without the engine, and writes it anew where the engine would not see the same records.
 * @throws AppError `unreadable-file` for a quote that is never closed, `bad-records` for a file that is hardly one
 */
export async function countText(
  db: StageDb,
  it: TextRowFile,
  stageDir: string,
  progress: FileProgress,
  signal: AbortSignal,
): Promise<CountedText> {
  const { file, dialect, path } = it;
  const { size } = await stat(path);
  const bytes = () => createReadStream(path, { highWaterMark: CHUNK, signal });
  const table = `shifts_${file.ordinal}`;
  await db.run(`CREATE OR REPLACE TABLE ${table} (record BIGINT, shift BIGINT)`);
  let held: Array<[number, number]> = [];
  let shifts = 0;
  let shift = 0;
  const flush = async () => {
    await db.append(table, held);
    held = [];
  };
  async function* flushing() {
    for await (const chunk of readChunks(path, signal)) {
      yield chunk;
      if (held.length >= SHIFTS_HELD) await flush();
    }
  }
  const share = size === 0 ? 0 : file.size / size / 2;
  const count = await countRecords(
    flushing(),
    dialect,
    (read) => progress.read(read * share),
    (record, next) => {
      shifts++;
      shift = next;
      held.push([record, next]);
    },
  );
  await flush();
  refuseUnclosed(file.name, count);
  refuseFlood(splitFileOf(it), count.unusableRecords);
  progress.counted(count.records);

  const headers = dialect.headerRecords ?? 1;
  const broken = count.unusable.map((one) => one.position);
  if (broken.some((position) => position < headers)) throw brokenHeader(it);
  const rewrite = count.mixedLineEnds || broken.length > 0 || headers > 1 || (dialect.skipLines ?? 0) > 0;
  const rewritten = join(stageDir, `rewritten-${file.ordinal}`);
  if (rewrite) {
    // Rows of the header beyond the first become blank lines, so that the others keep their places.
    const blanked = [...Array.from({ length: Math.max(0, headers - 1) }, (_, index) => index + 1), ...broken];
    await pipeline(Readable.from(rewriteRecords(bytes(), dialect, blanked)), createWriteStream(rewritten), {
      signal,
    });
  }
  return { count, path: rewrite ? rewritten : path, shift: shifts <= 1 ? shift : null };
}

function brokenHeader({ file, dialect }: TextRowFile): AppError {
  const line = (dialect.skipLines ?? 0) + 1;
  return new AppError(
    'unrecognised-file',
    `${file.name}, line ${line}: the header cannot be split into names: text follows a closing quote.`,
    { extra: { file: file.name, question: 'header', line } },
  );
}
