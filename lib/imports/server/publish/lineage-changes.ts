import 'server-only';
import { z } from 'zod';
import { placedEvidence } from '@/lib/lineage/server/placed-evidence';
import type { Reader } from '@/lib/workspace/server/reader';
import { columns, definitions, evidence, objects } from '@/lib/workspace/tables';
import type { Receipt } from '../../contract';

const CountRow = z.object({ added: z.number(), changed: z.number(), removed: z.number() });

/**
 * What a snapshot changed against the one before, in things of the lineage: an object changed when its own row, a
 * column or its definition did; an edge (from, to, kind) when its evidence did.
 */
export async function countLineageChanges(db: Reader, snapshot: number): Promise<Receipt['lineage']> {
  const none = { added: 0, changed: 0, removed: 0 };
  return {
    objects: (await db.one(CountRow, OBJECTS, { snapshot })) ?? none,
    edges: (await db.one(CountRow, EDGES, { snapshot })) ?? none,
  };
}

const COUNTS = `count(*) FILTER (is_now AND NOT was_before) AS added,
  count(*) FILTER (is_now AND was_before AND is_touched) AS changed,
  count(*) FILTER (was_before AND NOT is_now) AS removed`;

/** Rows that the snapshot wrote or ended. */
const touched = (table: string) => `SELECT object FROM ${table} WHERE _from = $snapshot OR _to = $snapshot`;

const OBJECTS = `
  WITH touched AS (${[objects, columns, definitions].map((table) => touched(table.name)).join(' UNION ')})
  SELECT ${COUNTS} FROM (
    SELECT object, bool_or(v._to IS NULL) AS is_now, true AS is_touched,
      bool_or(v._from < $snapshot AND (v._to IS NULL OR v._to >= $snapshot)) AS was_before
    FROM touched JOIN ${objects.name} AS v USING (object) GROUP BY object)`;

/** Evidence of the pairs of objects whose evidence changed, as it is (`_to` is null) or was. */
const around = (when: string) => `(
  SELECT v.* FROM ${evidence.name} AS v
  SEMI JOIN (SELECT DISTINCT least(from_object, to_object) AS one, greatest(from_object, to_object) AS other
    FROM ${evidence.name} WHERE _from = $snapshot OR _to = $snapshot) AS pairs
  ON pairs.one = least(v.from_object, v.to_object) AND pairs.other = greatest(v.from_object, v.to_object)
  WHERE ${when})`;

const EDGES = `
  SELECT ${COUNTS} FROM (
    SELECT from_object, to_object, kind, bool_or(now) AS is_now, bool_or(NOT now) AS was_before, bool_or(fresh) AS is_touched
    FROM (
      SELECT from_object, to_object, kind, true AS now, _from = $snapshot AS fresh
      FROM ${placedEvidence(around('v._to IS NULL'))} AS n
      UNION ALL
      SELECT from_object, to_object, kind, false, coalesce(_to = $snapshot, false)
      FROM ${placedEvidence(around('v._from < $snapshot AND (v._to IS NULL OR v._to >= $snapshot)'))} AS b)
    GROUP BY ALL)`;
