import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { engineReason, exhausted } from '../engine-reason';
import { collectSplitRejects, createGaps, storeSplitReasons } from '../split-rejects';
import type { StageDb } from '../stage-db';
import { storeFaults } from './count-json';
import type { CountedText } from './count-text';
import type { ReadTask } from './read-task';
import type { TextRowFile } from './row-file';
import { stagedRowBytes } from './rows-file';
import { selectRecords } from './select-records';
import { splitFileOf } from './split-file';
import { SqlParams } from './sql-params';
import { storeRecords } from './store-records';
import { type TextShape, textSource } from './text-source';

const CHUNK = 1024 * 1024;

type Read = { rows: number; rejected: number; odd: boolean };

export type TextTask = ReadTask<TextRowFile>;

/**
 * Reads a counted text into `file_<ordinal>` of the stage with everything pinned and nothing guessed, and holds the result
 * against the count. View `records_<ordinal>` has its record and line numbers. An empty cell without quotes is null. `isStored`: it was read
 * while it was counted.
 * @throws AppError `unreadable-file`, `unbalanced-receipt`
 */
export async function loadText(
  task: TextTask,
  counted: CountedText,
  isStored: boolean,
): Promise<{ read: number; rowBytes: number | null }> {
  const { db, it } = task;
  const { count } = counted;
  const { ordinal } = it.file;
  const parallel = !count.quotedLineEnds;
  const agrees = (read: Read) => !read.odd && read.rows + read.rejected === count.records;
  const readOnce = async (side: boolean) => {
    await storeText(task, await shapeOf(counted), side);
    return whatWasRead(task, counted);
  };
  let read = isStored ? await whatWasRead(task, counted) : await readOnce(parallel);
  // Parallel readers have to guess whether they start inside quotes; in one go they need not, and then it must agree.
  if (!agrees(read) && parallel) read = await readOnce(false);
  if (!agrees(read))
    throw new AppError(
      'unbalanced-receipt',
      `${it.file.name}: ${count.records} records were counted, but ${read.rows} read and ${read.rejected} rejected make ` +
        `${read.rows + read.rejected}. Nothing was imported.`,
      { extra: { file: it.file.name, counted: count.records, read: read.rows, rejected: read.rejected } },
    );
  if (it.json === null)
    await storeSplitReasons(db, splitFileOf(it), count, createReadStream(it.path, { highWaterMark: CHUNK }));
  else await storeFaults(db, ordinal, it.json.converted.faults);
  await createRecordsView(db, ordinal, counted);
  return {
    read: it.json === null ? count.records : it.json.converted.records,
    rowBytes: await stagedRowBytes(task.stageDir, ordinal, read.rows),
  };
}

async function shapeOf({ path, count }: CountedText): Promise<TextShape> {
  return { path, longest: count.longest, usual: (await stat(path)).size / Math.max(1, count.records) };
}

/** Reads all records of a text into `file_<ordinal>`, and those that cannot be split into the engine's table of rejects. */
export async function storeText(task: TextTask, shape: TextShape, parallel: boolean): Promise<void> {
  const { db, it, filled, nullKeys, stageDir, progress } = task;
  const { file } = it;
  const params = new SqlParams();
  const rejects = `rejects_${file.ordinal}`;
  const from = textSource(it, shape, parallel, params);
  await db.run(`DROP TABLE IF EXISTS temp.${rejects}; DROP TABLE IF EXISTS temp.${rejects}_scan`);
  const select = selectRecords(it, filled, nullKeys, from, params);
  try {
    const store = { ordinal: file.ordinal, stageDir, filled, usual: shape.usual, longest: shape.longest };
    await progress.during(db, storeRecords(db, store, select, params));
  } catch (error) {
    if (exhausted(error)) throw error;
    throw new AppError('unreadable-file', `${file.name} cannot be read as CSV: ${engineReason(error)}.`, {
      extra: { file: file.name },
      cause: error,
    });
  }
}

async function whatWasRead({ db, it }: TextTask, { count }: CountedText): Promise<Read> {
  const { ordinal } = it.file;
  const rows = await db.count(`FROM stage.main.file_${ordinal}`);
  return { rows, ...(await collectSplitRejects(db, splitFileOf(it), count, `rejects_${ordinal}`)) };
}

/**
 * Names in the view are not qualified: whoever attaches the stage file gives it a name of their own. What is joined leaves the order of the
 * file, and is brought back into it.
 */
async function createRecordsView(db: StageDb, ordinal: number, { shift }: CountedText): Promise<void> {
  const gaps = await createGaps(db, ordinal, 'stage.main');
  const record =
    gaps === 0
      ? `SELECT _row + 1 AS _record, * FROM file_${ordinal}`
      : `SELECT f._row + 1 + coalesce(g.before, 0) AS _record, f.*
         FROM file_${ordinal} AS f ASOF LEFT JOIN gaps_${ordinal} AS g ON f._row >= g.at`;
  if (shift === null)
    await db.run(`CREATE OR REPLACE TABLE stage.main.lines_${ordinal} AS FROM memory.main.shifts_${ordinal}`);
  await db.run(
    `CREATE OR REPLACE VIEW stage.main.records_${ordinal} AS ${
      shift === null
        ? `SELECT r._record + l.shift AS _line, r.* FROM (${record}) AS r ASOF JOIN lines_${ordinal} AS l ON r._record >= l.record`
        : `SELECT _record + ${shift} AS _line, * FROM (${record})`
    }${gaps > 0 || shift === null ? ' ORDER BY _record' : ''}`,
  );
}
