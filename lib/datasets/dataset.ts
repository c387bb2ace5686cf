import type { RowType } from '@/lib/imports/row-type';
import type { DataTable } from '@/lib/workspace/data-table';

export type DatasetColumn = {
  readonly name: string;
  readonly type: RowType;
  /** Name in the dataset's table; another one when that name was taken by a column that is no more. */
  readonly storedAs: string;
};

/** A dataset as of a snapshot. */
export type Dataset = {
  /** `schema.name` as it was first spelled. */
  readonly name: string;
  readonly table: string;
  /** Names of the columns that identify a row; may be empty. */
  readonly key: readonly string[];
  readonly columns: readonly DatasetColumn[];
};

/** How the rows of a dataset are stored. */
export function dataTable({ table, key, columns }: Dataset): DataTable {
  const stored = new Map(columns.map((column) => [column.name, column.storedAs]));
  return {
    name: table,
    columns: columns.map((column) => column.storedAs),
    key: key.map((name) => stored.get(name) ?? name),
  };
}
