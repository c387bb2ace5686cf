import 'server-only';
import { z } from 'zod';
import {
  currentRows,
  type DataTable,
  equalKeys,
  type StagedRows,
  stagedAs,
  VERSION_COLUMNS,
} from '../data-table';
import { quoteName } from '../quote';
import { type StagedFileRows, type StagedPart, splitStaged } from '../split-staged';
import type { VersionsOutcome } from './apply-versions';
import type { Reader, Writer } from './reader';

export type RowsTask = {
  table: DataTable;
  staged: StagedRows;
  snapshot: number;
  importId: string;
  /** How many staged records are compared at a time; as many as usual when left out. */
  partRecords?: number;
};

/** What a null in a staged row does to the value that is there. */
export type BlankCells = 'keep' | 'null';

const FileRows = z.object({ file: z.int(), rows: z.int(), last: z.int() });

/** Every staged row becomes a row, whatever is there already; keys must not be there yet (see `countKnownKeys`). */
export async function appendRows(db: Writer, task: RowsTask): Promise<VersionsOutcome> {
  const files = await stagedByFile(db, task);
  const inserted = await insert(db, task, `FROM ${stagedAs(task.staged)} AS s`, 's');
  assertAgree(task, total(files), inserted);
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

/**
 * Ends the current rows that differ, then inserts every staged row whose key has no current row any more. Both go part by part of the
 * staged rows, so that what is compared fits into little memory.
 */
async function putRows(db: Writer, task: RowsTask, changed: string, merge: BlankCells | null) {
  const { table, staged, snapshot } = task;
  const match = equalKeys(table, 't', 's');
  const files = await stagedByFile(db, task);
  const parts = splitStaged(files, task.partRecords);
  let updated = 0;
  for (const part of parts)
    updated += await db.run(
      `UPDATE ${quoteName(table.name)} AS t SET _to = $snapshot FROM ${stagedAs(staged, part)} AS s
       WHERE t._to IS NULL AND ${match} AND ${changed}`,
      { snapshot },
    );
  const before =
    merge === null
      ? ''
      : `LEFT JOIN (SELECT * FROM ${quoteName(table.name)} AS v WHERE v._to = $snapshot) AS e ON ${equalKeys(table, 's', 'e')}`;
  let inserted = 0;
  for (const part of parts)
    inserted += await insert(
      db,
      task,
      `FROM ${stagedAs(staged, part)} AS s ${before} ANTI JOIN ${knownOf(task, part)} AS t ON ${match}`,
      's',
      merge,
    );
  return countByFile(db, task, files, { updated, inserted });
}

/** The current rows, to stand after FROM; of a part only those with one of its keys, which are few beside all of them. */
function knownOf({ table, staged }: RowsTask, part: StagedPart | null): string {
  const current = currentRows(table.name);
  if (part === null) return current;
  const keys = table.key.map((name) => quoteName('v', name)).join(', ');
  return `(SELECT ${keys} FROM ${current} AS v SEMI JOIN ${stagedAs(staged, part)} AS o ON ${equalKeys(table, 'v', 'o')})`;
}

async function insert(
  db: Writer,
  { table, staged, snapshot, importId }: RowsTask,
  from: string,
  alias: string,
  merge: BlankCells | null = null,
): Promise<number> {
  const given = new Set(staged.columns.map((column) => column.stored));
  const values = table.columns.map((name) => {
    const new_ = quoteName(alias, name);
    const old = quoteName('e', name);
    if (!given.has(name)) return merge === null ? 'NULL' : old;
    return merge === 'keep' ? `coalesce(${new_}, ${old})` : new_;
  });
  const columns = [...table.columns, ...VERSION_COLUMNS].map((name) => quoteName(name));
  return db.run(
    `INSERT INTO ${quoteName(table.name)} (${columns.join(', ')})
     SELECT ${values.join(', ')}${values.length > 0 ? ', ' : ''}$snapshot, NULL, $import,
       ${alias}._file, ${alias}._record, ${alias}._line ${from}`,
    { snapshot, import: importId },
  );
}

/** From the totals when there is one file; else by looking at the new rows, which ones follow an ended one. */
async function countByFile(
  db: Writer,
  task: RowsTask,
  files: readonly StagedFileRows[],
  { updated, inserted }: { updated: number; inserted: number },
): Promise<VersionsOutcome['files']> {
  const { table, snapshot } = task;
  const [only] = files;
  if (only !== undefined && files.length === 1) {
    const unchanged = only.rows - inserted;
    return [{ file: only.file, inserted: inserted - updated, updated, unchanged }];
  }
  const now = `(SELECT * FROM ${quoteName(table.name)} AS v WHERE v._from = $snapshot)`;
  const ended = `(SELECT * FROM ${quoteName(table.name)} AS v WHERE v._to = $snapshot)`;
  const written = await db.all(
    z.object({ file: z.int(), rows: z.int(), updated: z.int() }),
    `SELECT n._file AS file, count(*) AS rows, count(e._from) AS updated
     FROM ${now} AS n LEFT JOIN ${ended} AS e ON ${equalKeys(table, 'n', 'e')} GROUP BY n._file`,
    { snapshot },
  );
  const counted = written.reduce(
    (sum, file) => ({ rows: sum.rows + file.rows, updated: sum.updated + file.updated }),
    { rows: 0, updated: 0 },
  );
  assertAgree(task, inserted, counted.rows);
  assertAgree(task, updated, counted.updated);
  return files.map(({ file, rows }) => {
    const own = written.find((one) => one.file === file) ?? { rows: 0, updated: 0 };
    return { file, inserted: own.rows - own.updated, updated: own.updated, unchanged: rows - own.rows };
  });
}

/** How many rows are staged from each file. */
export function stagedByFile(db: Reader, { staged }: Pick<RowsTask, 'staged'>): Promise<StagedFileRows[]> {
  return db.all(
    FileRows,
    `SELECT _file AS file, count(*) AS rows, max(_record) AS last FROM ${quoteName(...staged.from)} GROUP BY _file ORDER BY _file`,
  );
}

function missingColumns({ table, staged }: Pick<RowsTask, 'table' | 'staged'>): string[] {
  const given = new Set(staged.columns.map((column) => column.stored));
  return table.columns.filter((name) => !given.has(name));
}

/** True when a staged row (s) would change the current one (t); `all`: a column that is not staged becomes null. */
export function differs(
  task: Pick<RowsTask, 'table' | 'staged'>,
  which: 'all' | 'staged',
  blankCells: BlankCells,
): string {
  const { table, staged } = task;
  const kept = new Set(table.key);
  const parts = staged.columns
    .filter(({ stored }) => !kept.has(stored))
    .map(({ stored }) => {
      const new_ = quoteName('s', stored);
      const distinct = `${quoteName('t', stored)} IS DISTINCT FROM ${new_}`;
      return blankCells === 'keep' ? `(${new_} IS NOT NULL AND ${distinct})` : distinct;
    });
  if (which === 'all') {
    parts.push(...missingColumns(task).map((name) => `${quoteName('t', name)} IS NOT NULL`));
  }
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

/** The worker resolved them; a stage that breaks this rule must not be published. */
export async function assertKeys(
  db: Reader,
  { table, staged }: Pick<RowsTask, 'table' | 'staged'>,
): Promise<void> {
  const keys = table.key.map((name) => quoteName('s', name));
  const bad = await db.one(
    z.object({ times: z.int(), blank: z.boolean() }),
    `SELECT count(*) AS times, bool_or(${keys.map((key) => `${key} IS NULL`).join(' OR ')}) AS blank
     FROM ${stagedAs(staged)} AS s GROUP BY ${keys.join(', ')}
     HAVING count(*) > 1 OR blank LIMIT 1`,
  );
  if (bad === undefined) return;
  throw new Error(
    bad.blank
      ? `A row without a complete key is staged for ${table.name}.`
      : `A key is staged ${bad.times} times for ${table.name}.`,
  );
}

function assertAgree({ table }: RowsTask, counted: number, written: number): void {
  if (counted === written) return;
  throw new Error(
    `${table.name}: ${counted} rows were counted but ${written} written; nothing is published.`,
  );
}

function total(files: readonly StagedFileRows[]): number {
  return files.reduce((sum, file) => sum + file.rows, 0);
}
