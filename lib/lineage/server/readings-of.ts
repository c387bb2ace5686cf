import 'server-only';
import { z } from 'zod';
import { read } from '@/lib/workspace/server/read';
import { coverage, definitions, diagnostics, objects, queryReadings } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { DefinitionState, type ObjectType } from '../contract';
import { type DefinitionReading, isUnread } from '../coverage/definition-reading';
import { at, type LineageGraph } from '../graph/graph';
import { LogReading } from '../query-log-contract';

export type Readings = {
  readonly all: readonly DefinitionReading[];
  readonly ofObject: ReadonlyMap<number, readonly DefinitionReading[]>;
  /** Numbers of the objects of whose definition something was not read. */
  readonly unread: ReadonlySet<number>;
  /** Of sources with a query log, by name. */
  readonly queryLogs: ReadonlyMap<string, LogReading>;
};

// A graph never changes, so what was read of its definitions does not either; both go away together.
const kept = new WeakMap<LineageGraph, Promise<Readings>>();

/** How every definition of a graph's snapshot was read; read once for each graph. */
export function readingsOf(graph: LineageGraph): Promise<Readings> {
  const known = kept.get(graph);
  if (known) return known;
  const reading = loadReadings(graph);
  kept.set(graph, reading);
  reading.catch(() => kept.delete(graph));
  return reading;
}

const CODE_TYPES = ['view', 'procedure', 'function', 'trigger'] satisfies ObjectType[];
const COUNTS = [
  'parsed',
  'repaired',
  'scanned',
  'dynamic',
  'unresolved',
  'ambiguous',
  'disagreements',
] as const;
const TOLD = ['told', 'skipped', 'dynamicUnread', 'omitted', 'unclosed'] as const;

/**
 * One row for each definition, and for each object that must have one and has none in any source. Statements that run
 * text are counted by their places. A definition without coverage was imported before SQL was read.
 */
const READINGS = `
  WITH texts AS (SELECT source, object FROM ${asOf(definitions)} AS d),
  covered AS (SELECT * FROM ${asOf(coverage)} AS c),
  told AS (
    SELECT source, object, count(*)::INTEGER AS told,
      count(*) FILTER (code = 'definition-skipped')::INTEGER AS skipped,
      count(DISTINCT (start_line, start_column)) FILTER (code = 'dynamic-sql')::INTEGER AS "dynamicUnread",
      count(*) FILTER (code = 'rewrite-lossy')::INTEGER AS omitted,
      count(*) FILTER (code = 'unclosed-text')::INTEGER AS unclosed
    FROM ${asOf(diagnostics)} AS d GROUP BY source, object),
  named AS (
    SELECT source, object FROM texts
    UNION SELECT source, object FROM covered
    UNION SELECT source, object FROM ${asOf(objects)} AS o
      WHERE object_type = any($types) AND object NOT IN (SELECT object FROM texts))
  SELECT n.source, n.object,
    CASE WHEN c.object IS NOT NULL AND coalesce(skipped, 0) = 0 THEN 1
         WHEN t.object IS NOT NULL OR c.object IS NOT NULL THEN 2 ELSE 3 END AS definition,
    ${COUNTS.map((name) => `coalesce(c.${name}, 0)::INTEGER AS ${name}`).join(', ')},
    ${TOLD.map((name) => `coalesce("${name}", 0)::INTEGER AS "${name}"`).join(', ')}
  FROM named AS n LEFT JOIN texts AS t USING (source, object) LEFT JOIN covered AS c USING (source, object)
  LEFT JOIN told USING (source, object) ORDER BY n.object, n.source`;

const STATES: readonly DefinitionState[] = DefinitionState.options;
const NUMBERS = {
  ...({ definition: 'number', parsed: 'number', repaired: 'number', scanned: 'number' } as const),
  ...({ dynamic: 'number', unresolved: 'number', ambiguous: 'number', disagreements: 'number' } as const),
  ...({ told: 'number', dynamicUnread: 'number', omitted: 'number', unclosed: 'number' } as const),
};

const LOG_READINGS = `SELECT source, sum(seen)::BIGINT AS records, count(*) AS patterns, sum(statements)::BIGINT AS statements,
    sum(unread)::BIGINT AS unread FROM ${asOf(queryReadings)} AS r GROUP BY source ORDER BY source`;
const LogRow = LogReading.extend({ source: z.string() });

async function loadReadings(graph: LineageGraph): Promise<Readings> {
  const { snapshot } = graph;
  const [rows, logs] = await read(async (db) => [
    await db.bulk({ source: 'text', object: 'text', ...NUMBERS }, READINGS, { snapshot, types: CODE_TYPES }),
    await db.all(LogRow, LOG_READINGS, { snapshot }),
  ]);
  const ofObject = new Map<number, DefinitionReading[]>();
  const all = rows.object.map((id, row): DefinitionReading => {
    const object = graph.indexOf.get(id);
    if (object === undefined) throw new Error(`Coverage of ${id}, which is no object of #${graph.snapshot}.`);
    const number = (name: keyof typeof NUMBERS) => at(rows[name], row);
    const reading: DefinitionReading = {
      source: at(rows.source, row),
      object,
      definition: at(STATES, number('definition') - 1),
      parsed: number('parsed'),
      repaired: number('repaired'),
      scanned: number('scanned'),
      dynamic: number('dynamic'),
      dynamicUnread: number('dynamicUnread'),
      omitted: number('omitted'),
      unclosed: number('unclosed'),
      unresolved: number('unresolved'),
      ambiguous: number('ambiguous'),
      disagreements: number('disagreements'),
      told: number('told'),
    };
    ofObject.set(object, [...(ofObject.get(object) ?? []), reading]);
    return reading;
  });
  const queryLogs = new Map(logs.map(({ source, ...reading }) => [source, reading]));
  return { all, ofObject, unread: new Set(all.filter(isUnread).map(({ object }) => object)), queryLogs };
}
