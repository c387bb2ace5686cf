import type { SchemaElement } from 'hyparquet';

/** The type of a Parquet column in words that people of databases know: `text`, `bigint`, `timestamp`. */
export function parquetTypeName(element: SchemaElement): string {
  const logical = element.logical_type;
  if (logical?.type === 'DECIMAL') return `decimal(${logical.precision},${logical.scale})`;
  if (logical?.type === 'INTEGER') return integerName(logical.bitWidth, logical.isSigned);
  if ((logical?.type === 'TIMESTAMP' || logical?.type === 'TIME') && logical.isAdjustedToUTC)
    return `${logical.type.toLowerCase()}tz`;
  if (logical && logical.type in LOGICAL) return LOGICAL[logical.type] ?? logical.type.toLowerCase();
  const converted = element.converted_type;
  if (converted === 'DECIMAL') return `decimal(${element.precision ?? '?'},${element.scale ?? 0})`;
  if (converted && converted in CONVERTED) return CONVERTED[converted] ?? converted.toLowerCase();
  if (element.type) return PHYSICAL[element.type] ?? element.type.toLowerCase();
  return 'nested';
}

function integerName(bits: number, signed: boolean): string {
  const name = bits <= 16 ? 'smallint' : bits === 32 ? 'int' : 'bigint';
  return signed ? name : `unsigned ${name}`;
}

const LOGICAL: Record<string, string> = {
  STRING: 'text',
  ENUM: 'text',
  JSON: 'json',
  UUID: 'uuid',
  FLOAT16: 'float',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  LIST: 'list',
  MAP: 'map',
  NULL: 'null',
};

const CONVERTED: Record<string, string> = {
  UTF8: 'text',
  ENUM: 'text',
  JSON: 'json',
  DATE: 'date',
  TIME_MILLIS: 'time',
  TIME_MICROS: 'time',
  TIMESTAMP_MILLIS: 'timestamp',
  TIMESTAMP_MICROS: 'timestamp',
  INT_8: 'smallint',
  INT_16: 'smallint',
  INT_32: 'int',
  INT_64: 'bigint',
  UINT_8: 'unsigned smallint',
  UINT_16: 'unsigned smallint',
  UINT_32: 'unsigned int',
  UINT_64: 'unsigned bigint',
  LIST: 'list',
  MAP: 'map',
};

const PHYSICAL: Record<string, string> = {
  BOOLEAN: 'boolean',
  INT32: 'int',
  INT64: 'bigint',
  INT96: 'timestamp',
  FLOAT: 'float',
  DOUBLE: 'double',
  BYTE_ARRAY: 'bytes',
  FIXED_LEN_BYTE_ARRAY: 'bytes',
};
