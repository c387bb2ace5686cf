import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { read } from '@/lib/workspace/server/read';
import type { getCoverage as endpoint } from '../contract';
import { chooseReadings } from '../coverage/choose-readings';
import { countVerdicts, type VerdictCounts, type VerdictTable } from '../coverage/count-verdicts';
import { type DefinitionReading, isUnread, statementsOf, unreadOf } from '../coverage/definition-reading';
import { declaringSources } from '../graph/declaring-sources';
import { at, type LineageGraph } from '../graph/graph';
import { toNode } from '../graph/to-node';
import { graphOf } from './graph-of';
import { readDiagnostics } from './read-diagnostics';
import { type Readings, readingsOf } from './readings-of';
import { requireObject } from './require-object';

type Answer = z.output<(typeof endpoint)['response']>;

/**
 * How much of the SQL was read: numbers of each source, and one page of its definitions.
 * @throws AppError not-found, invalid-request (ambiguous name, cursor), stale-snapshot
 */
export async function getCoverage(query: z.output<(typeof endpoint)['query']>): Promise<Answer> {
  const graph = await graphOf(query.snapshot);
  const object = query.object === undefined ? undefined : requireObject(graph, query.object);
  const offset = offsetOf(query.cursor);
  const readings = await readingsOf(graph);
  const { all } = readings;
  const verdicts = verdictsOf(graph);
  const { chosen, counts } = chooseReadings(graph, all, verdicts, { ...query, object });
  const page = chosen.slice(offset, offset + query.limit);
  const ids = page.map((reading) => at(graph.ids, reading.object));
  const found = await read((db) => readDiagnostics(db, graph.snapshot, ids));
  const next = offset + page.length;
  return {
    snapshot: graph.snapshot,
    sources: sourcesOf(readings, verdicts, new Set(declaringSources(graph))),
    counts,
    total: chosen.length,
    nextCursor: next < chosen.length ? String(next) : null,
    items: page.map((reading) => {
      const { id, database, schema, name, type, slot } = toNode(graph, reading.object);
      return {
        ...numbersOf(reading, verdicts.ofObject(reading.source, reading.object)),
        source: reading.source,
        definition: reading.definition,
        object: { id, database, schema, name, type, slot },
        diagnostics: found.get(`${reading.source} ${id}`) ?? [],
      };
    }),
  };
}

const kept = new WeakMap<LineageGraph, VerdictTable>();

function verdictsOf(graph: LineageGraph): VerdictTable {
  const known = kept.get(graph) ?? countVerdicts(graph);
  kept.set(graph, known);
  return known;
}

function numbersOf(reading: DefinitionReading, edges: VerdictCounts = {}) {
  const { parsed, repaired, scanned, dynamic, omitted, unresolved, ambiguous, disagreements } = reading;
  const statements = statementsOf(reading);
  const unread = unreadOf(reading);
  return {
    ...{ statements, parsed, repaired, scanned, dynamic, unread },
    ...{ omitted, unresolved, ambiguous, disagreements, edges },
  };
}

const NONE = {
  ...{ statements: 0, parsed: 0, repaired: 0, scanned: 0, dynamic: 0, unread: 0 },
  ...{ omitted: 0, unresolved: 0, ambiguous: 0, disagreements: 0 },
  ...{ objects: 0, withDiagnostics: 0, withUnread: 0, withoutText: 0 },
};

function sourcesOf(
  { all, queryLogs }: Readings,
  verdicts: VerdictTable,
  declaring: ReadonlySet<string>,
): Answer['sources'] {
  const sums = new Map<string, typeof NONE>();
  for (const reading of all) {
    const sum = { ...(sums.get(reading.source) ?? NONE) };
    const { edges: _, ...numbers } = numbersOf(reading);
    for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) sum[name] += numbers[name];
    sum.objects += 1;
    sum.withDiagnostics += reading.told > 0 ? 1 : 0;
    sum.withUnread += isUnread(reading) ? 1 : 0;
    sum.withoutText += reading.definition === 'missing' ? 1 : 0;
    sums.set(reading.source, sum);
  }
  return [...new Set([...sums.keys(), ...queryLogs.keys()])].sort().map((source) => ({
    ...(sums.get(source) ?? NONE),
    edges: verdicts.ofSource(source),
    source,
    declares: declaring.has(source),
    queryLog: queryLogs.get(source) ?? null,
  }));
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new AppError('invalid-request', 'The cursor is not valid. Take it from `nextCursor` of an answer.', {
    invalidParams: [{ name: 'cursor', reason: 'not a cursor of this list' }],
  });
}
