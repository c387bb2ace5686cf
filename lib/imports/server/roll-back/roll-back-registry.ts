import 'server-only';
import { z } from 'zod';
import { dataTable } from '@/lib/datasets/dataset';
import { findDataset } from '@/lib/datasets/server/find-datasets';
import { currentRows } from '@/lib/workspace/data-table';
import { quoteName, quoteText } from '@/lib/workspace/quote';
import type { Reader, Writer } from '@/lib/workspace/server/reader';
import { rollBackTable } from '@/lib/workspace/server/roll-back-table';
import { datasetColumns, datasets, type VersionedTable } from '@/lib/workspace/tables';
import { changedSince, type RollbackPart } from './rollback-parts';

type Step = { rolledBack: number; snapshot: number };

/**
 * After the rows of a dataset were rolled back: takes the dataset away when the import had created it and no row is left,
 * brings it back when the import had taken it away, and takes away the columns that the import added and that are empty
 * now. Wider types stay: rows of later imports may need them. Returns whether the dataset is there now.
 */
export async function rollBackRegistry(db: Writer, part: RollbackPart, step: Step): Promise<boolean> {
  const { dataset, table } = part;
  if (dataset === null) return false;
  const own = `dataset = ${quoteText(dataset)}`;
  if (part.comesBack) {
    for (const registry of [datasets, datasetColumns]) await rollBackTable(db, of(registry, own), step);
    return true;
  }
  const now = await findDataset(db, dataset);
  if (part.isGone || now === undefined) return now !== undefined;
  if ((await isCreatedBy(db, dataset, step.rolledBack)) && (await countFilled(db, table.name, null)) === 0) {
    for (const registry of [datasets, datasetColumns]) {
      await db.run(`UPDATE ${registry.name} SET _to = $snapshot WHERE _to IS NULL AND ${own}`, {
        snapshot: step.snapshot,
      });
    }
    return false;
  }
  const keys = dataTable(now).key;
  if (!(await changedSince(db, table.name, step.rolledBack))) {
    if (!(await isCreatedBy(db, dataset, step.rolledBack))) await rollBackTable(db, of(datasets, own), step);
  }
  for (const column of now.columns) {
    if (keys.includes(column.storedAs)) continue;
    if (!(await isAddedBy(db, dataset, column.name, step.rolledBack))) continue;
    if ((await countFilled(db, table.name, column.storedAs)) > 0) continue;
    await db.run(
      `UPDATE ${datasetColumns.name} SET _to = $snapshot WHERE _to IS NULL AND ${own} AND column_name = $column`,
      { snapshot: step.snapshot, column: column.name },
    );
  }
  return true;
}

function of(registry: VersionedTable, where: string) {
  return { name: registry.name, columns: Object.keys(registry.columns), key: registry.key, where };
}

/** True when an import made the dataset; it was not there just before. */
export function isCreatedBy(db: Reader, dataset: string, x: number): Promise<boolean> {
  return isNewIn(db, datasets, 'dataset = $dataset', { dataset, x });
}

function isAddedBy(db: Writer, dataset: string, column: string, x: number): Promise<boolean> {
  return isNewIn(db, datasetColumns, 'dataset = $dataset AND column_name = $column', { dataset, column, x });
}

/** True when a snapshot wrote it and it was not there just before. */
async function isNewIn(
  db: Reader,
  registry: VersionedTable,
  where: string,
  params: Record<string, string | number>,
): Promise<boolean> {
  const row = await db.one(
    z.object({ wrote: z.boolean(), was: z.boolean() }),
    `SELECT coalesce(bool_or(_from = $x), false) AS wrote, coalesce(bool_or(_to = $x), false) AS was
     FROM ${registry.name} WHERE ${where}`,
    params,
  );
  return row?.wrote === true && !row.was;
}

/** Current rows, or those that have a value in a column. */
async function countFilled(db: Writer, table: string, column: string | null): Promise<number> {
  const row = await db.one(
    z.object({ rows: z.int() }),
    `SELECT count(${column === null ? '*' : quoteName('r', column)}) AS rows FROM ${currentRows(table)} AS r`,
  );
  return row?.rows ?? 0;
}
