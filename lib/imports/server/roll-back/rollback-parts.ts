import 'server-only';
import { z } from 'zod';
import { type Dataset, dataTable } from '@/lib/datasets/dataset';
import { DATASETS_SOURCE } from '@/lib/datasets/datasets-source';
import { findDataset } from '@/lib/datasets/server/find-datasets';
import { AppError } from '@/lib/errors/app-error';
import { VERSION_COLUMNS } from '@/lib/workspace/data-table';
import { quoteName, quoteText } from '@/lib/workspace/quote';
import type { RolledTable } from '@/lib/workspace/roll-back';
import { storedColumns } from '@/lib/workspace/server/change-data-table';
import type { Reader } from '@/lib/workspace/server/reader';
import type { RollbackCounts } from '@/lib/workspace/server/roll-back-table';
import { versionedTables } from '@/lib/workspace/tables';
import type { ImportRecord } from '../records/import-record';

/** One table that an import changed, as its roll back sees it. */
export type RollbackPart = {
  /** Name of the dataset, null for a table of the catalog. */
  readonly dataset: string | null;
  readonly table: RolledTable;
  /** The dataset is not there any more, or is another one: everything stays as it is. */
  readonly isGone: boolean;
  /** The import took the dataset away; it comes back. */
  readonly comesBack: boolean;
};

/** What became, or would become, of the rows of a table. */
export type PartResult = { part: RollbackPart; counts: RollbackCounts };

const RegistryRow = z.object({
  dataset: z.string(),
  table_name: z.string(),
  key_columns: z.string(),
  _from: z.int(),
  _to: z.int().nullable(),
});
type RegistryRow = z.infer<typeof RegistryRow>;

/**
 * The tables that an import changed, datasets first.
 * @throws AppError conflicting-state when it gave a dataset another key and the dataset was changed since
 */
export async function rollbackParts(db: Reader, target: ImportRecord): Promise<RollbackPart[]> {
  const x = target.number ?? 0;
  const parts: RollbackPart[] = [];
  for (const { name } of target.receipt?.datasets ?? []) parts.push(...(await datasetParts(db, name, x)));
  const catalog = versionedTables.map((table) => ({
    dataset: null,
    table: {
      name: table.name,
      columns: Object.keys(table.columns),
      key: table.key,
      where: `source <> ${quoteText(DATASETS_SOURCE)}`,
    },
    isGone: false,
    comesBack: false,
  }));
  return [...parts, ...catalog];
}

/** A dataset that was taken away and made anew in the same import has two tables. */
async function datasetParts(db: Reader, name: string, x: number): Promise<RollbackPart[]> {
  const rows = await db.all(
    RegistryRow,
    'SELECT dataset, table_name, key_columns, _from, _to FROM datasets WHERE lower(dataset) = lower($name) ORDER BY _from',
    { name },
  );
  const now = rows.find((row) => row._to === null);
  const atThatTime = rows.filter((row) => row._from <= x && (row._to === null || row._to >= x));
  const parts: RollbackPart[] = [];
  for (const table of new Set(atThatTime.map((row) => row.table_name))) {
    const ofTable = rows.filter((row) => row.table_name === table);
    const isThere = now?.table_name === table;
    const comesBack =
      now === undefined && ofTable.some((row) => row._to === x) && !ofTable.some((row) => row._from === x);
    const known = isThere
      ? await findDataset(db, name)
      : ((await findDataset(db, name, x)) ?? (await findDataset(db, name, x - 1)));
    if (known === undefined) continue;
    parts.push({
      dataset: known.name,
      table: await rolledTable(db, { ...known, table }, await keyFor(db, ofTable, known, x)),
      isGone: !isThere && !comesBack,
      comesBack,
    });
  }
  return parts;
}

/** Every column that is stored comes back, also one that the dataset does not have at the moment. */
async function rolledTable(db: Reader, dataset: Dataset, key: readonly string[]): Promise<RolledTable> {
  const stored = (await storedColumns(db, dataset.table)).map((column) => column.name);
  const columns = stored.filter((name) => !VERSION_COLUMNS.some((own) => own === name));
  return { name: dataset.table, columns, key, more: ['_line'] };
}

/** The stored key columns by which rows are matched; none when the import itself changed the key. */
async function keyFor(
  db: Reader,
  rows: readonly RegistryRow[],
  dataset: Dataset,
  x: number,
): Promise<readonly string[]> {
  const before = rows.find((row) => row._to === x);
  const after = rows.find((row) => row._from === x);
  if (before === undefined || after === undefined || before.key_columns === after.key_columns) {
    return dataTable(dataset).key;
  }
  if (await changedSince(db, dataset.table, x)) {
    throw new AppError(
      'conflicting-state',
      `Import #${x} gave ${dataset.name} another key, and it was changed since. Roll back the later imports first.`,
    );
  }
  return [];
}

/** True when an import after `x` wrote or ended rows of the table. */
export async function changedSince(db: Reader, table: string, x: number): Promise<boolean> {
  const row = await db.one(
    z.object({ changed: z.boolean() }),
    `SELECT count(*) > 0 AS changed FROM ${quoteName(table)} WHERE _from > $x OR _to > $x`,
    { x },
  );
  return row?.changed ?? false;
}
