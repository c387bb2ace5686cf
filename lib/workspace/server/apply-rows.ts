import 'server-only';
import { z } from 'zod';
import { currentRows, equalKeys, stagedAs } from '../data-table';
import { quoteName } from '../quote';
import type { VersionsOutcome } from './apply-versions';
import { insertRows } from './insert-rows';
import { putRows } from './put-rows';
import type { Reader, Writer } from './reader';
import {
  assertAgree,
  assertKeys,
  type BlankCells,
  differs,
  missingColumns,
  type RowsTask,
  stagedByFile,
} from './rows-task';

/** Every staged row becomes a row, whatever is there already; keys must not be there yet (see `countKnownKeys`). */
export async function appendRows(db: Writer, task: RowsTask): Promise<VersionsOutcome> {
  const files = await stagedByFile(db, task);
  const inserted = await insertRows(db, task, `FROM ${stagedAs(task.staged)} AS s`, (name, isStaged) =>
    isStaged ? quoteName('s', name) : 'NULL',
  );
  assertAgree(
    task,
    files.reduce((sum, file) => sum + file.rows, 0),
    inserted,
  );
  return {
    files: files.map(({ file, rows }) => ({ file, inserted: rows, updated: 0, unchanged: 0 })),
    ended: 0,
  };
}

/**
 * The staged rows become all there is. With a key, rows whose values stay the same are not touched and changed ones get
 * a new version; without one, all current rows end.
 */
export async function replaceRows(db: Writer, task: RowsTask): Promise<VersionsOutcome> {
  const { table, staged, snapshot } = task;
  if (table.key.length === 0) {
    const ended = await db.run(`UPDATE ${quoteName(table.name)} SET _to = $snapshot WHERE _to IS NULL`, {
      snapshot,
    });
    return { ...(await appendRows(db, task)), ended };
  }
  await assertKeys(db, task);
  const keys = table.key.map((name) => quoteName('c', name)).join(', ');
  const ended = await db.run(
    `UPDATE ${quoteName(table.name)} AS t SET _to = $snapshot
     FROM (SELECT ${keys} FROM ${currentRows(table.name)} AS c
           ANTI JOIN ${stagedAs(staged)} AS s ON ${equalKeys(table, 'c', 's')}) AS gone
     WHERE t._to IS NULL AND ${equalKeys(table, 't', 'gone')}`,
    { snapshot },
  );
  return { files: await putRows(db, task, differs(task, 'all', 'null'), null), ended };
}

/**
 * New keys are inserted, changed rows get a new version, unchanged ones are not touched. Columns that the staged rows do
 * not have keep their values; null cells keep them too with `blankCells` `keep`.
 */
export async function upsertRows(
  db: Writer,
  task: RowsTask,
  blankCells: BlankCells,
): Promise<VersionsOutcome> {
  await assertKeys(db, task);
  const merge = blankCells === 'keep' || missingColumns(task).length > 0 ? blankCells : null;
  return { files: await putRows(db, task, differs(task, 'staged', blankCells), merge), ended: 0 };
}

/** How many staged keys are there already. */
export async function countKnownKeys(db: Reader, { table, staged }: RowsTask): Promise<number> {
  const row = await db.one(
    z.object({ known: z.int() }),
    `SELECT count(*) AS known FROM ${stagedAs(staged)} AS s
     SEMI JOIN ${currentRows(table.name)} AS t ON ${equalKeys(table, 't', 's')}`,
  );
  return row?.known ?? 0;
}
