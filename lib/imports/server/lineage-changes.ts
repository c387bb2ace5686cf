import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import { columns, definitions, evidence, objects } from '@/lib/workspace/tables';
import type { Receipt } from '../contract';

const CountRow = z.object({ added: z.number(), changed: z.number(), removed: z.number() });

/** Rows that a snapshot wrote or ended. */
const touched = (table: string, columnList: string) =>
  `SELECT ${columnList} FROM ${table} WHERE _from = $snapshot OR _to = $snapshot`;

/**
 * What a snapshot changed against the one before, in things of the lineage: an object changed when its own row, a
 * column or its definition did; an edge (from, to, kind) when its evidence did.
 */
export async function countLineageChanges(db: Reader, snapshot: number): Promise<Receipt['lineage']> {
  return {
    objects: await count(
      db,
      [objects, columns, definitions].map((table) => touched(table.name, 'object')).join(' UNION '),
      { table: objects.name, key: ['object'] },
      snapshot,
    ),
    edges: await count(
      db,
      touched(evidence.name, 'from_object, to_object, kind'),
      { table: evidence.name, key: ['from_object', 'to_object', 'kind'] },
      snapshot,
    ),
  };
}

async function count(
  db: Reader,
  touchedSql: string,
  { table, key }: { table: string; key: readonly string[] },
  snapshot: number,
): Promise<z.infer<typeof CountRow>> {
  const names = key.join(', ');
  const row = await db.one(
    CountRow,
    `WITH touched AS (SELECT DISTINCT ${names} FROM (${touchedSql})),
       states AS (
         SELECT ${names}, bool_or(v._to IS NULL) AS is_now,
           bool_or(v._from < $snapshot AND (v._to IS NULL OR v._to >= $snapshot)) AS was_before
         FROM touched JOIN ${table} AS v USING (${names}) GROUP BY ${names})
     SELECT count(*) FILTER (is_now AND NOT was_before) AS added,
       count(*) FILTER (is_now AND was_before) AS changed,
       count(*) FILTER (was_before AND NOT is_now) AS removed
     FROM states`,
    { snapshot },
  );
  return row ?? { added: 0, changed: 0, removed: 0 };
}
