import 'server-only';
import { z } from 'zod';
import { type DataTable, equalKeys, type StagedRows, stagedAs } from '../data-table';
import { quoteName } from '../quote';
import { PART_ROWS, type StagedPart, splitStaged } from '../split-staged';
import type { VersionsOutcome } from './apply-versions';
import { insertRows } from './insert-rows';
import type { Writer } from './reader';
import { assertAgree, type BlankCells, type RowsTask, stagedByFile } from './rows-task';

/** Staged rows of a part whose key has a current row: where that row is, and whether they change it. */
const MATCHED = quoteName('temp', 'matched_rows');
/** A bit for each staged row of a part of a file, set where it changes nothing: little memory for all of them. */
const UNCHANGED = quoteName('temp', 'unchanged_rows');

const FileMatches = z.object({ file: z.int(), changed: z.int(), unchanged: z.int() });

/**
 * Ends the current rows that differ from the staged row with their key, and inserts every staged row but those that change nothing. Rows are
 * compared part by part of the staged ones, which takes little memory. `changed` is a condition on `s`, the staged row, and `t`, the current
 * one; `merge`: what is not staged, or null with `keep`, stays as it is in the current row.
 * @throws Error when the counts disagree
 */
export async function putRows(
  db: Writer,
  task: RowsTask,
  changed: string,
  merge: BlankCells | null,
): Promise<VersionsOutcome['files']> {
  const { table, snapshot, partRows = PART_ROWS } = task;
  const files = await stagedByFile(db, task);
  const counts = new Map(files.map(({ file, rows }) => [file, { rows, updated: 0, unchanged: 0 }]));
  let ended = 0;
  let inserted = 0;
  await db.run(`CREATE OR REPLACE TEMP TABLE unchanged_rows (file INTEGER, part BIGINT, rows BIT)`);
  for (const part of splitStaged(files, partRows)) {
    for (const match of await matchKeys(db, task, part, changed, merge)) {
      const count = counts.get(match.file);
      if (count === undefined) throw new Error(`File ${match.file} is not staged for ${table.name}.`);
      count.updated += match.changed;
      count.unchanged += match.unchanged;
    }
    ended += await db.run(
      `UPDATE ${quoteName(table.name)} AS t SET _to = $snapshot FROM (SELECT stored FROM ${MATCHED} WHERE changed) AS m WHERE t.rowid = m.stored`,
      { snapshot },
    );
    if (merge === null) await markUnchanged(db, partRows);
    else inserted += await insertMerged(db, task, part, merge);
  }
  if (merge === null) inserted = await insertUnmarked(db, task, partRows);
  for (const name of [MATCHED, UNCHANGED]) await db.run(`DROP TABLE ${name}`);
  const outcome = [...counts].map(([file, { rows, updated, unchanged }]) => ({
    file,
    inserted: rows - updated - unchanged,
    updated,
    unchanged,
  }));
  assertAgree(
    task,
    sum(outcome, (file) => file.updated),
    ended,
  );
  assertAgree(
    task,
    sum(outcome, (file) => file.inserted + file.updated),
    inserted,
  );
  return outcome;
}

/** Fills the table of matches for a part, and counts them by file. */
async function matchKeys(
  db: Writer,
  { table, staged }: RowsTask,
  part: StagedPart | null,
  changed: string,
  merge: BlankCells | null,
): Promise<Array<z.infer<typeof FileMatches>>> {
  const old = merge === null ? [] : oldValues(table, staged, merge);
  const kept = old.map((name) => `, ${quoteName('t', name)} AS ${quoteName(name)}`).join('');
  // Of conditions on one table alone the engine believes that one row in five fulfils them, and would make its hash table of all rows that are
  // there rather than of the part. So this one names both tables; no staged row is without a number.
  const current = '(t._to IS NULL OR s._staged IS NULL)';
  await db.run(
    `CREATE OR REPLACE TEMP TABLE matched_rows AS
     SELECT s._file AS file, s._staged AS staged, t.rowid AS stored, ${changed} AS changed${kept}
     FROM ${stagedAs(staged, part)} AS s JOIN (SELECT *, rowid FROM ${quoteName(table.name)}) AS t ON ${equalKeys(table, 't', 's')}
     WHERE ${current}`,
  );
  return db.all(
    FileMatches,
    `SELECT file, count(*) FILTER (changed) AS changed, count(*) FILTER (NOT changed) AS unchanged
     FROM ${MATCHED} GROUP BY file ORDER BY file`,
  );
}

async function markUnchanged(db: Writer, partRows: number): Promise<void> {
  await db.run(
    `INSERT INTO ${UNCHANGED}
     SELECT file, staged // ${partRows}, bitstring_agg((staged % ${partRows})::INTEGER, 0, ${partRows - 1})
     FROM ${MATCHED} WHERE NOT changed GROUP BY ALL`,
  );
}

/** All at once: every statement leaves a smaller row group at its end, and the commit would put those together by writing them anew. */
function insertUnmarked(db: Writer, task: RowsTask, partRows: number): Promise<number> {
  const from = `FROM ${stagedAs(task.staged)} AS s
    LEFT JOIN ${UNCHANGED} AS u ON u.file = s._file AND u.part = s._staged // ${partRows}
    WHERE u.rows IS NULL OR get_bit(u.rows, (s._staged % ${partRows})::INTEGER) = 0`;
  return insertRows(db, task, from, (name, isStaged) => (isStaged ? quoteName('s', name) : 'NULL'));
}

/** With the values that a changed row keeps, which only the matches of its part have. */
function insertMerged(
  db: Writer,
  task: RowsTask,
  part: StagedPart | null,
  merge: BlankCells,
): Promise<number> {
  const matched = (which: string) => `(SELECT * FROM ${MATCHED} WHERE ${which})`;
  const same = (alias: string) => `s._file = ${alias}.file AND s._staged = ${alias}.staged`;
  const from = `FROM ${stagedAs(task.staged, part)} AS s LEFT JOIN ${matched('changed')} AS e ON ${same('e')}
    ANTI JOIN ${matched('NOT changed')} AS u ON ${same('u')}`;
  return insertRows(db, task, from, (name, isStaged) => {
    const [new_, old] = [quoteName('s', name), quoteName('e', name)];
    if (!isStaged) return old;
    return merge === 'keep' && !task.table.key.includes(name) ? `coalesce(${new_}, ${old})` : new_;
  });
}

/** Columns whose value a changed row may keep. */
function oldValues(table: DataTable, { columns }: StagedRows, merge: BlankCells): string[] {
  const given = new Set(columns.map((column) => column.stored));
  return table.columns.filter((name) => !table.key.includes(name) && (merge === 'keep' || !given.has(name)));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
