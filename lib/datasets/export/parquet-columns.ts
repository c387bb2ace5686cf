import type { SchemaElement } from 'hyparquet';
import type { RowType } from '@/lib/imports/row-type';
import { quoteName } from '@/lib/workspace/quote';
import type { DatasetColumn } from '../dataset';

/** How a column goes into a Parquet file: what to select, the type there, and how a selected value becomes a stored one. */
export type ParquetColumn = {
  sql: string;
  element: SchemaElement;
  store: (value: unknown) => unknown;
};

const DECIMAL_IN_64_BIT = 18;
const text = { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, store: String } as const;
const big = (value: unknown) => BigInt(String(value));

/** No value changes: decimals and 64-bit numbers are exact, times keep microseconds; 128-bit integers are text. */
export function parquetColumn({ name, type, storedAs }: DatasetColumn): ParquetColumn {
  const column = quoteName('r', storedAs);
  const asText = `CAST(${column} AS VARCHAR)`;
  const made = (sql: string, element: Omit<SchemaElement, 'name'>, store: ParquetColumn['store']) => ({
    sql,
    element: { name, repetition_type: 'OPTIONAL' as const, ...element },
    store,
  });
  const [, precision, scale] = /^decimal\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (precision !== undefined) {
    const decimal = {
      converted_type: 'DECIMAL',
      precision: Number(precision),
      scale: Number(scale),
    } as const;
    const unscaled = (value: unknown) => big(String(value).replace('.', ''));
    return Number(precision) <= DECIMAL_IN_64_BIT
      ? made(asText, { type: 'INT64', ...decimal }, unscaled)
      : made(asText, { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, ...decimal }, unscaled);
  }
  const same = (value: unknown) => value;
  switch (type as Exclude<RowType, `decimal(${string}`>) {
    case 'boolean':
      return made(column, { type: 'BOOLEAN' }, same);
    case 'smallint':
    case 'integer':
      return made(column, { type: 'INT32' }, same);
    case 'bigint':
      return made(asText, { type: 'INT64' }, big);
    case 'double':
      return made(column, { type: 'DOUBLE' }, same);
    case 'date':
      return made(
        `CAST(${column} - DATE '1970-01-01' AS INTEGER)`,
        { type: 'INT32', converted_type: 'DATE' },
        same,
      );
    case 'timestamp':
    case 'timestamptz': {
      const logical_type = {
        type: 'TIMESTAMP',
        isAdjustedToUTC: type === 'timestamptz',
        unit: 'MICROS',
      } as const;
      return made(`epoch_us(${column})`, { type: 'INT64', logical_type }, big);
    }
    case 'blob':
      return made(column, { type: 'BYTE_ARRAY' }, same);
    default:
      return made(asText, text.element, text.store);
  }
}
