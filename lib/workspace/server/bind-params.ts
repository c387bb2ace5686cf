import 'server-only';
import {
  BIGINT,
  blobValue,
  DOUBLE,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
  HUGEINT,
  LIST,
  listValue,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import type { SqlParams, SqlValue } from '../sql-value';

const BIGINT_MAX = 2n ** 63n;

/** Binds every `$name` parameter with a type of its own, so no value is ever guessed into another type. */
export function bindParams(statement: DuckDBPreparedStatement, params: SqlParams): void {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType | undefined> = {};
  for (const [name, value] of Object.entries(params)) {
    const bound = typed(value);
    values[name] = bound.value;
    types[name] = bound.type;
  }
  statement.bind(values, types);
}

function typed(value: SqlValue): { value: DuckDBValue; type?: DuckDBType } {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { value: BigInt(value), type: BIGINT } : { value, type: DOUBLE };
  }
  if (typeof value === 'bigint') {
    return { value, type: value >= -BIGINT_MAX && value < BIGINT_MAX ? BIGINT : HUGEINT };
  }
  if (typeof value === 'string') return { value, type: VARCHAR };
  if (value instanceof Uint8Array) return { value: blobValue(value) };
  if (typeof value === 'object' && value !== null) return typedList(value);
  return { value };
}

function typedList(values: readonly string[] | readonly number[]): { value: DuckDBValue; type: DuckDBType } {
  if (values.length === 0) return { value: listValue([]), type: LIST(SQLNULL) };
  if (values.every((value) => typeof value === 'string')) {
    return { value: listValue([...values]), type: LIST(VARCHAR) };
  }
  if (values.every(Number.isSafeInteger)) {
    return { value: listValue(values.map((value) => BigInt(value))), type: LIST(BIGINT) };
  }
  return { value: listValue([...values]), type: LIST(DOUBLE) };
}
