import { engineType, type RowType } from '@/lib/imports/row-type';
import { quoteText } from '@/lib/workspace/quote';
import type { Reading } from './read-text-as';

const NESTED = /(\[\d*\]|^(STRUCT|MAP|UNION)\b)/;
const TIMES = /^TIMESTAMP/;

/**
 * Reading a typed value `x` of the engine as a type, without loss: null when only its text says more (then it is read as text).
 * A value that changes on the way is a mismatch.
 */
export function readEngineAs(engine: string, type: RowType, x: string, v: string): Reading | null {
  const target = engineType(type);
  if (engine === target) return { value: x, sure: 'true', fits: 'true', expected: type };
  if (NESTED.test(engine) && (type === 'json' || type === 'text'))
    return {
      value: `to_json(${x})${type === 'json' ? '' : '::VARCHAR'}`,
      sure: 'true',
      fits: 'true',
      expected: type,
    };
  if (type === 'text' && engine === 'BLOB')
    return { value: `${x}::VARCHAR`, sure: 'true', fits: 'true', expected: type };
  if (type === 'text') return { value: `${x}::VARCHAR`, sure: 'true', fits: 'true', expected: type };
  if (engine === 'VARCHAR') return null;
  if (TIMES.test(engine) && target === 'TIMESTAMP' && engine.endsWith('_NS'))
    return exact(`TRY_CAST(${x} AS TIMESTAMP)`, `${v}::TIMESTAMP_NS = ${x}`, 'a time in microseconds');
  return exact(`TRY_CAST(${x} AS ${target})`, `TRY_CAST(${v} AS ${engine}) IS NOT DISTINCT FROM ${x}`, type);
}

const exact = (value: string, sure: string, expected: string): Reading => ({
  value,
  sure,
  fits: 'false',
  expected: quoteText(expected).slice(1, -1),
});

const DIRECT: Record<string, RowType> = {
  VARCHAR: 'text',
  BOOLEAN: 'boolean',
  TINYINT: 'smallint',
  UTINYINT: 'smallint',
  SMALLINT: 'smallint',
  USMALLINT: 'integer',
  INTEGER: 'integer',
  UINTEGER: 'bigint',
  BIGINT: 'bigint',
  UBIGINT: 'hugeint',
  HUGEINT: 'hugeint',
  FLOAT: 'double',
  DOUBLE: 'double',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
  UUID: 'uuid',
  BLOB: 'blob',
  JSON: 'json',
};

/** The type of a dataset's column for values of an engine type; what has no type of ours is text, nested values are JSON. */
export function rowTypeOf(engine: string): RowType {
  const direct = DIRECT[engine];
  if (direct !== undefined) return direct;
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(engine);
  if (decimal !== null) return `decimal(${Number(decimal[1])},${Number(decimal[2])})`;
  return NESTED.test(engine) ? 'json' : 'text';
}
