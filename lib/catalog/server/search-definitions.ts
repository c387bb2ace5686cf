import 'server-only';
import { z } from 'zod';
import type { SearchHit } from '@/lib/catalog/contract';
import { foldCase } from '@/lib/catalog/search/fold-case';
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
  const texts = await db.all(Definition, TEXTS, {
    snapshot: graph.snapshot,
    objects: ranked.map(({ object }) => object),
  });
  return {
    total: ranked[0]?.total ?? 0,
    items: ranked.flatMap((row) => toHit(graph, row, textOf(texts, row.object, query.terms), term)),
  };
}

const rankedSql = (query: SearchQuery) => `WITH ${scopeSql(query)},
  found AS (SELECT object, bool_or(regexp_matches(definition,
      '(?i)(^|[^\\pL\\pN_])' || regexp_escape($word) || '($|[^\\pL\\pN_])')) AS word
    FROM ${asOf(definitions)} AS t WHERE ${holdsTerms('definition', query.terms)} GROUP BY object)
  SELECT object, word, count(*) OVER () AS total FROM found JOIN scope USING (object)
  ORDER BY word DESC, d, s, n LIMIT $limit`;

const TEXTS = `SELECT object, definition FROM ${asOf(definitions)} AS t
  WHERE object = ANY($objects) ORDER BY object, _from DESC, source`;

/** The newest definition that holds the terms: several sources may define one object differently. */
function textOf(texts: readonly z.infer<typeof Definition>[], object: string, terms: readonly string[]) {
  const own = texts.filter((text) => text.object === object).map(({ definition }) => definition);
  const holds = (text: string) => terms.every((term) => foldCase(text).includes(foldCase(term)));
  return own.length > 1 ? (own.find(holds) ?? own[0]) : own[0];
}

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
