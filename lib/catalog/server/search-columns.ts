import 'server-only';
import { z } from 'zod';
import type { SearchHit } from '@/lib/catalog/contract';
import { matchText, type TextMatch } from '@/lib/catalog/search/match-text';
import type { SearchQuery } from '@/lib/catalog/search/parse-search-query';
import { KIND_SCORE } from '@/lib/catalog/search/search-names';
import type { LineageGraph } from '@/lib/lineage/graph/graph';
import { toNode } from '@/lib/lineage/graph/to-node';
import type { Reader } from '@/lib/workspace/server/reader';
import { columns } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { holdsTerms, scopeParams, scopeSql, termParams } from './search-sql';

const NameCount = z.object({ name: z.string(), count: z.int() });
const ColumnRow = z.object({ object: z.string(), name: z.string(), dataType: z.string() });
type Match = TextMatch & { name: string };

/**
 * Columns whose name holds all terms. First the distinct names are counted and ranked, then only as many rows are read
 * as are shown, so a name that every table has costs little.
 */
export async function searchColumns(db: Reader, graph: LineageGraph, query: SearchQuery, limit: number) {
  const params = { snapshot: graph.snapshot, ...scopeParams(query) };
  const counts = await db.all(NameCount, namesSql(query), { ...params, ...termParams(query.terms) });
  const ranked = rankNames(counts, query.terms);
  const shown = namesFor(ranked, new Map(counts.map(({ name, count }) => [name, count])), limit);
  const rows =
    shown.length === 0
      ? []
      : await db.all(ColumnRow, rowsSql(query), { ...params, names: shown.map(({ name }) => name), limit });
  const matches = new Map(shown.map((match) => [match.name, match]));
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    items: rows.flatMap((row) => toHit(graph, row, matches.get(row.name))),
  };
}

/** One row for each column of an object in scope, as its newest source writes it. */
const scoped = (query: SearchQuery, where: string) => `WITH ${scopeSql(query)},
  found AS (SELECT c.object, arg_max(c.column_name, c._from) AS name, arg_max(c.data_type, c._from) AS "dataType"
    FROM ${asOf(columns)} AS c WHERE ${where} GROUP BY c.object, lower(c.column_name))`;

const namesSql = (query: SearchQuery) =>
  `${scoped(query, holdsTerms('c.column_name', query.terms))}
   SELECT name, count(*) AS count FROM found SEMI JOIN scope USING (object) GROUP BY name`;

const rowsSql = (query: SearchQuery) =>
  `${scoped(query, 'lower(c.column_name) IN (SELECT lower(n) FROM unnest($names) AS u(n))')}
   SELECT object, name, "dataType" FROM found JOIN scope USING (object)
   WHERE name = ANY($names) ORDER BY list_position($names, name), d, s, n LIMIT $limit`;

function rankNames(counts: readonly { name: string }[], terms: readonly string[]): Match[] {
  return counts
    .map(({ name }) => ({ name, ...(matchText(name, terms) ?? { rank: 0, start: 0, end: 0 }) }))
    .sort((a, b) => b.rank - a.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}

/** The best names, until they have enough columns. */
function namesFor(ranked: readonly Match[], counts: ReadonlyMap<string, number>, limit: number): Match[] {
  const names: Match[] = [];
  let columnsFound = 0;
  for (const match of ranked) {
    if (columnsFound >= limit) break;
    names.push(match);
    columnsFound += counts.get(match.name) ?? 0;
  }
  return names;
}

function toHit(
  graph: LineageGraph,
  row: z.infer<typeof ColumnRow>,
  match: TextMatch | undefined,
): SearchHit[] {
  const object = graph.indexOf.get(row.object);
  if (object === undefined || match === undefined) return [];
  return [
    {
      kind: 'column',
      object: toNode(graph, object),
      column: row.name,
      dataType: row.dataType,
      snippet: row.name,
      matchStart: match.start,
      matchEnd: match.end,
      line: null,
      score: KIND_SCORE.column + match.rank,
    },
  ];
}
