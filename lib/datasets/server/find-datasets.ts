import 'server-only';
import { z } from 'zod';
import { RowType } from '@/lib/imports/row-type';
import type { Reader } from '@/lib/workspace/server/reader';
import { datasetColumns, datasets } from '@/lib/workspace/tables';
import { asOf, current } from '@/lib/workspace/versions';
import type { Dataset } from '../dataset';

const Row = z.object({
  dataset: z.string(),
  table_name: z.string(),
  key_columns: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});
const ColumnRow = z.object({
  dataset: z.string(),
  column_name: z.string(),
  data_type: RowType,
  stored_as: z.string(),
});

/**
 * Datasets as of a snapshot (without one: the current ones), by name. `names`: only these, whatever their case.
 */
export async function findDatasets(
  db: Reader,
  { names, snapshot }: { names?: readonly string[]; snapshot?: number } = {},
): Promise<Dataset[]> {
  const rowsOf = (table: typeof datasets | typeof datasetColumns) =>
    snapshot === undefined ? current(table) : asOf(table);
  const where = names === undefined ? 'true' : 'lower(d.dataset) = ANY($names)';
  const params = {
    ...(names === undefined ? {} : { names: names.map((name) => name.toLowerCase()) }),
    ...(snapshot === undefined ? {} : { snapshot }),
  };
  const found = await db.all(
    Row,
    `SELECT dataset, table_name, key_columns FROM ${rowsOf(datasets)} AS d WHERE ${where} ORDER BY lower(dataset)`,
    params,
  );
  const columns = await db.all(
    ColumnRow,
    `SELECT dataset, column_name, data_type, stored_as FROM ${rowsOf(datasetColumns)} AS d WHERE ${where} ORDER BY ordinal`,
    params,
  );
  return found.map((row) => ({
    name: row.dataset,
    table: row.table_name,
    key: row.key_columns,
    columns: columns
      .filter((column) => column.dataset === row.dataset)
      .map(({ column_name, data_type, stored_as }) => ({
        name: column_name,
        type: data_type,
        storedAs: stored_as,
      })),
  }));
}

/** One dataset, or undefined. */
export async function findDataset(db: Reader, name: string, snapshot?: number): Promise<Dataset | undefined> {
  const [found] = await findDatasets(db, { names: [name], ...(snapshot === undefined ? {} : { snapshot }) });
  return found;
}
