import 'server-only';
import type { z } from 'zod';
import type { search as endpoint, SearchHit } from '@/lib/catalog/contract';
import { parseSearchQuery, type SearchQuery } from '@/lib/catalog/search/parse-search-query';
import { searchNames } from '@/lib/catalog/search/search-names';
import { withScope } from '@/lib/catalog/search/search-scope';
import type { LineageGraph } from '@/lib/lineage/graph/graph';
import { graphOf } from '@/lib/lineage/server/graph-of';
import { read } from '@/lib/workspace/server/read';
import { searchColumns } from './search-columns';
import { searchDefinitions } from './search-definitions';

const DEADLINE_MS = 8_000;

type Found = { total: number; items: SearchHit[] };
const NOTHING: Found = { total: 0, items: [] };

/**
 * Names, columns and SQL text that hold what was typed. Totals are exact for all three; `kind` only says which items to
 * give. An empty query finds nothing; filters without a text find objects.
 * @throws AppError stale-snapshot, deadline
 */
export async function search(
  query: z.output<(typeof endpoint)['query']>,
  signal?: AbortSignal,
): Promise<z.output<(typeof endpoint)['response']>> {
  const started = performance.now();
  const graph = await graphOf(query.snapshot);
  const typed = parseSearchQuery(query.q);
  const isEmpty = typed.terms.length + typed.schemas.length + typed.types.length === 0;
  const found = isEmpty ? allNothing() : await searchAll(graph, withScope(typed, query), query.limit, signal);
  const { object, column, sql } = found;
  const totals = { object: object.total, column: column.total, sql: sql.total };
  return {
    snapshot: graph.snapshot,
    total: query.kind ? totals[query.kind] : totals.object + totals.column + totals.sql,
    totals,
    items: query.kind ? found[query.kind].items : [...object.items, ...column.items, ...sql.items],
    answeredInMs: performance.now() - started,
  };
}

const allNothing = () => ({ object: NOTHING, column: NOTHING, sql: NOTHING });

async function searchAll(
  graph: LineageGraph,
  query: SearchQuery,
  limit: number,
  signal: AbortSignal | undefined,
) {
  const object = searchNames(graph, query, limit);
  if (query.terms.length === 0 || graph.size === 0) return { ...allNothing(), object };
  const options = { signal, deadlineMs: DEADLINE_MS };
  const [column, sql] = await Promise.all([
    read((db) => searchColumns(db, graph, query, limit), options),
    read((db) => searchDefinitions(db, graph, query, limit), options),
  ]);
  return { object, column, sql };
}
