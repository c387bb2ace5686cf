import type { PathStep, Statement, StatementKind } from '../statement';
import type { Token } from '../tokens/token';

/** The tokens `start` to before `end` of a text, and where a statement of them stands. */
export type Cut = { readonly start: number; readonly end: number; readonly path: readonly PathStep[] };

/** A statement without facts from tokens; `query` is its parsed part when that is less than all (token indexes). */
export function plainStatement(
  source: string,
  tokens: readonly Token[],
  cut: Cut,
  kind: StatementKind,
  query: { readonly start: number; readonly end: number } = cut,
): Statement {
  return {
    kind,
    source,
    range: rangeOf(tokens, cut.start, cut.end),
    query: rangeOf(tokens, query.start, query.end),
    omitted: [],
    shared: null,
    tokens: tokens.slice(cut.start, cut.end),
    path: cut.path,
    target: null,
    of: null,
    columns: [],
    call: null,
  };
}

function rangeOf(tokens: readonly Token[], start: number, end: number) {
  return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
