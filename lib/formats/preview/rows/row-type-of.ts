import type { RowType } from '@/lib/imports/row-type';

const TYPES: Record<string, RowType> = {
  text: 'text',
  boolean: 'boolean',
  smallint: 'smallint',
  'unsigned smallint': 'integer',
  int: 'integer',
  'unsigned int': 'bigint',
  bigint: 'bigint',
  'unsigned bigint': 'hugeint',
  float: 'double',
  double: 'double',
  date: 'date',
  time: 'time',
  timestamp: 'timestamp',
  timestamptz: 'timestamptz',
  uuid: 'uuid',
  bytes: 'blob',
  json: 'json',
  list: 'json',
  map: 'json',
  nested: 'json',
};

/** The type of a dataset's column that holds every value of a Parquet column of this type without loss. */
export function rowTypeOf(parquetType: string): RowType {
  const decimal = /^decimal\((\d+),(\d+)\)$/.exec(parquetType);
  if (decimal) return `decimal(${Number(decimal[1])},${Number(decimal[2])})`;
  return TYPES[parquetType] ?? 'text';
}
