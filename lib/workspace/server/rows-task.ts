import 'server-only';
import { z } from 'zod';
import { ascendingKeys, KeyOrder } from '../ascending-keys';
import { type DataTable, type StagedRows, stagedAs } from '../data-table';
import { quoteName } from '../quote';
import type { StagedFileRows } from '../split-staged';
import type { Reader } from './reader';

/** Staged rows, and the table that they go to in a snapshot. */
export type RowsTask = {
  table: DataTable;
  staged: StagedRows;
  snapshot: number;
  importId: string;
  /** How many staged rows are compared at a time; as many as usual when left out. */
  partRows?: number;
};

/** What a null in a staged row does to the value that is there. */
export type BlankCells = 'keep' | 'null';

const FileRows = z.object({ file: z.int(), rows: z.int(), end: z.int() });

/** How many rows are staged from each file. */
export function stagedByFile(db: Reader, { staged }: Pick<RowsTask, 'staged'>): Promise<StagedFileRows[]> {
  return db.all(
    FileRows,
    `SELECT _file AS file, count(*) AS rows, max(_staged) + 1 AS "end" FROM ${quoteName(...staged.from)} GROUP BY _file ORDER BY _file`,
  );
}

/** Columns of the table that no staged row has. */
export function missingColumns({ table, staged }: Pick<RowsTask, 'table' | 'staged'>): string[] {
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
  const rows = `${stagedAs(staged)} AS s`;
  const looked = await db.one(KeyOrder, ascendingKeys(keys, rows));
  if (looked?.blank) throw new Error(`A row without a complete key is staged for ${table.name}.`);
  if (looked?.ascending) return;
  const twice = `SELECT 1 AS n FROM ${rows} GROUP BY ${keys.join(', ')} HAVING count(*) > 1 LIMIT 1`;
  if ((await db.one(z.object({ n: z.int() }), twice)) !== undefined)
    throw new Error(`A key is staged more than once for ${table.name}.`);
}

/** What was counted must be what was written. */
export function assertAgree({ table }: RowsTask, counted: number, written: number): void {
  if (counted === written) return;
  throw new Error(
    `${table.name}: ${counted} rows were counted but ${written} written; nothing is published.`,
  );
}
