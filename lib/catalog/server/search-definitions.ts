import 'server-only';
import { z } from 'zod';
import type { SearchHit } from '@/lib/catalog/contract';
import { MATCH_RANK } from '@/lib/catalog/search/match-text';
import type { SearchQuery } from '@/lib/catalog/search/parse-search-query';
import { KIND_SCORE } from '@/lib/catalog/search/search-names';
import { sqlSnippet } from '@/lib/catalog/search/sql-snippet';
import type { LineageGraph } from '@/lib/lineage/graph/graph';
import { toNode } from '@/lib/lineage/graph/to-node';
import type { Reader } from '@/lib/workspace/server/reader';
import { definitions } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { holdsTerms, scopeParams, scopeSql, termParams } from './search-sql';

const Ranked = z.object({ object: z.string(), word: z.boolean(), total: z.int() });
const Definition = z.object({ object: z.string(), definition: z.string() });

/** Objects whose SQL text holds all terms: one hit each, whole words before parts of words. */
export async function searchDefinitions(db: Reader, graph: LineageGraph, query: SearchQuery, limit: number) {
  const [term = ''] = query.terms;
  const params = { snapshot: graph.snapshot, ...termParams(query.terms) };
  const ranked = await db.all(Ranked, rankedSql(query), {
    ...params,
    ...scopeParams(query),
    limit,
    word: term,
  });
  if (ranked.length === 0) return { total: 0, items: [] };
  const texts = await db.all(Definition, textsSql(query), {
    ...params,
    objects: ranked.map(({ object }) => object),
  });
  const textOf = new Map(texts.map(({ object, definition }) => [object, definition]));
  return {
    total: ranked[0]?.total ?? 0,
    items: ranked.flatMap((row) => toHit(graph, row, textOf.get(row.object), term)),
  };
}

const rankedSql = (query: SearchQuery) => `WITH ${scopeSql(query)},
  found AS (SELECT object, bool_or(regexp_matches(definition,
      '(?i)(^|[^\\pL\\pN_])' || regexp_escape($word) || '($|[^\\pL\\pN_])')) AS word
    FROM ${asOf(definitions)} AS t WHERE ${holdsTerms('definition', query.terms)} GROUP BY object)
  SELECT object, word, count(*) OVER () AS total FROM found JOIN scope USING (object)
  ORDER BY word DESC, d, s, n LIMIT $limit`;

const textsSql = (query: SearchQuery) => `
  SELECT object, arg_max(definition, _from) AS definition FROM ${asOf(definitions)} AS t
  WHERE object = ANY($objects) AND ${holdsTerms('definition', query.terms)} GROUP BY object`;

function toHit(
  graph: LineageGraph,
  { object: id, word }: z.infer<typeof Ranked>,
  definition: string | undefined,
  term: string,
): SearchHit[] {
  const object = graph.indexOf.get(id);
  if (object === undefined || definition === undefined) return [];
  return [
    {
      kind: 'sql',
      object: toNode(graph, object),
      column: null,
      dataType: null,
      ...sqlSnippet(definition, term),
      score: KIND_SCORE.sql + (word ? MATCH_RANK.wordStart : MATCH_RANK.substring),
    },
  ];
}
