import { engineType } from '@/lib/imports/row-type';
import { quoteName } from '@/lib/workspace/quote';
import type { SqlParams, SqlValue } from '@/lib/workspace/sql-value';
import type { Dataset, DatasetColumn } from './dataset';
import type { Condition } from './parse-filter';

/** A column as JSON can carry it: what a number cannot hold exactly, and times without a zone, as text; blobs base64. */
export function cellSql({ type, storedAs }: DatasetColumn, alias: string): string {
  const name = quoteName(alias, storedAs);
  if (type === 'blob') return `to_base64(${name})`;
  const isText = /^(bigint|hugeint|decimal|timestamp$|date$|time$|uuid$|json$)/.test(type);
  return isText ? `CAST(${name} AS VARCHAR)` : name;
}

/** `ORDER BY` for columns of a dataset, then by where they came from, so that pages never overlap; nothing for no columns. */
export function orderSql(
  sort: ReadonlyArray<{ column: DatasetColumn; isDescending: boolean }>,
  alias: string,
): string {
  if (sort.length === 0) return '';
  const parts = sort.map(
    ({ column, isDescending }) =>
      `${quoteName(alias, column.storedAs)} ${isDescending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  const rest = ['_from', '_import', '_file', '_record'].map((name) => `${alias}.${name}`);
  return `ORDER BY ${[...parts, ...rest].join(', ')}`;
}

export type FilterSql = {
  /** A predicate; `true` without conditions. */
  sql: string;
  params: SqlParams;
  /** Values that must be readable in the type of their column, to be checked before. */
  values: Array<{ param: string; column: DatasetColumn }>;
};

/** Conditions as a predicate over a dataset's table; every value is a parameter. */
export function filterSql(
  conditions: ReadonlyArray<Omit<Condition, 'column'> & { column: DatasetColumn }>,
  alias: string,
): FilterSql {
  const params: Record<string, SqlValue> = {};
  const values: FilterSql['values'] = [];
  const parts = conditions.map(({ column, op, value }, index) => {
    const name = quoteName(alias, column.storedAs);
    if (op === 'is empty') return `${name} IS NULL`;
    if (op === 'is not empty') return `${name} IS NOT NULL`;
    const param = `filter${index}`;
    params[param] = value;
    if (op === 'contains') return `contains(lower(CAST(${name} AS VARCHAR)), lower($${param}))`;
    values.push({ param, column });
    return `${name} ${op} CAST($${param} AS ${engineType(column.type)})`;
  });
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), params, values };
}

/** A column by its name, whatever the case when that is unambiguous (it always is: names differ without case). */
export function columnNamed(dataset: Dataset, name: string): DatasetColumn | undefined {
  return dataset.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
}
