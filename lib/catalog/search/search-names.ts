import type { SearchHit } from '@/lib/catalog/contract';
import { at, type LineageGraph } from '@/lib/lineage/graph/graph';
import { parseObjectName } from '@/lib/lineage/graph/parse-object-name';
import { qualifiedName } from '@/lib/lineage/graph/qualified-name';
import { toNode } from '@/lib/lineage/graph/to-node';
import { matchText, type TextMatch } from './match-text';
import type { SearchQuery } from './parse-search-query';
import { scopeFilter } from './search-scope';

/** Added to the rank of a match: names before columns before SQL text. */
export const KIND_SCORE = { object: 300, column: 200, sql: 100 } as const;

type Found = { object: number; text: string; match: TextMatch };

/**
 * Objects whose name holds all terms. A term with a dot may also be part of `database.schema.name`, with or without
 * quotes. Without terms, the filters alone find objects.
 */
export function searchNames(graph: LineageGraph, query: SearchQuery, limit: number) {
  const inScope = scopeFilter(graph, query);
  const terms = query.terms.map(unquoted);
  const dotted = terms.some((term) => term.includes('.'));
  const found: Found[] = [];
  for (let object = 0; object < graph.size; object += 1) {
    if (!inScope(object)) continue;
    const hit = findName(graph, object, terms, dotted);
    if (hit) found.push(hit);
  }
  // Equal ranks keep the display order, shorter names first: they are more of what was typed.
  found.sort((a, b) => b.match.rank - a.match.rank || a.text.length - b.text.length || a.object - b.object);
  return { total: found.length, items: found.slice(0, limit).map((one) => toHit(graph, one)) };
}

function findName(
  graph: LineageGraph,
  object: number,
  terms: readonly string[],
  dotted: boolean,
): Found | undefined {
  const name = at(graph.names, object);
  if (terms.length === 0) return { object, text: name, match: { rank: 0, start: 0, end: 0 } };
  const texts = dotted
    ? [name, `${at(graph.schemas, object)}.${name}`, qualifiedName(graph, object)]
    : [name];
  let best: Found | undefined;
  for (const text of texts) {
    const match = matchText(text, terms);
    if (match && match.rank > (best?.match.rank ?? 0)) best = { object, text, match };
  }
  return best;
}

/** `[Sales].[vPerson]` is looked for as `Sales.vPerson`. */
function unquoted(term: string): string {
  const name = parseObjectName(term);
  return name?.quoted ? name.parts.join('.') : term;
}

function toHit(graph: LineageGraph, { object, text, match }: Found): SearchHit {
  return {
    kind: 'object',
    object: toNode(graph, object),
    column: null,
    dataType: null,
    snippet: text,
    matchStart: match.start,
    matchEnd: match.end,
    line: null,
    score: KIND_SCORE.object + match.rank,
  };
}
