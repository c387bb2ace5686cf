import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';

const Depth = z.object({ object: z.string(), depth: z.int() });

/**
 * The trace's nodes by a recursive CTE in DuckDB over the same rows: up and down to a depth, shortest hops. It counts
 * nothing beyond the depth and reads no evidence, so it does less than the trace.
 */
export function traceByCte(root: string, up: number, down: number) {
  const side = (near: string, far: string, depth: string) => `
    WITH RECURSIVE walk(object, depth) AS (
      SELECT $root, 0 UNION
      SELECT e.${far}, w.depth + 1 FROM walk AS w JOIN catalog_evidence AS e ON e.${near} = w.object
      WHERE w.depth < ${depth} AND e._from <= 1 AND (e._to IS NULL OR e._to > 1))
    SELECT object, CAST(min(depth) AS INTEGER) AS depth FROM walk GROUP BY object`;
  return read(async (db) => [
    ...(await db.all(Depth, side('to_object', 'from_object', '$up'), { root, up })),
    ...(await db.all(Depth, side('from_object', 'to_object', '$down'), { root, down })),
  ]);
}

const Hit = z.object({ total: z.int() });

/** Plain ILIKE over names, columns and SQL text: the count and one page, without ranks, snippets or lines. */
export function searchByIlike(q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const page = (table: string, column: string) =>
    `SELECT object, ${column}, count(*) OVER () AS total FROM ${table}
     WHERE ${column} ILIKE $pattern ESCAPE '\\' AND _from <= 1 AND (_to IS NULL OR _to > 1) ORDER BY object LIMIT 20`;
  return read(async (db) => [
    await db.all(Hit, page('catalog_objects', 'object_name'), { pattern }),
    await db.all(Hit, page('catalog_columns', 'column_name'), { pattern }),
    await db.all(Hit, page('catalog_definitions', 'definition'), { pattern }),
  ]);
}
