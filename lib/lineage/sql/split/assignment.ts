import type { Statement, StatementKind } from '../statement';
import type { Token } from '../tokens/token';
import { beginsQuery } from './begins-with-query';
import type { Draft } from './draft';
import { carriesValues } from './needs-parser';
import type { Cut } from './statement-text';
import { withTarget } from './token-facts';

type Piece = { readonly start: number; readonly end: number };
type Plain = (kind: StatementKind, query?: Piece) => Statement;

/** DECLARE and SET: a cursor, a table variable, values for variables, or a setting of the session. */
export function assignment(
  tokens: readonly Token[],
  pairs: Int32Array,
  cut: Cut,
  draft: Draft,
  plain: Plain,
): Statement {
  if (draft.has('CURSOR')) {
    const query = cursorQuery(tokens, pairs, cut);
    return query === null ? plain('other') : plain('cursor', query);
  }
  const name = tokens[cut.start + 1];
  if (draft.first === 'DECLARE') {
    const type = tokens[cut.start + 2]?.upper === 'AS' ? cut.start + 3 : cut.start + 2;
    if (tokens[type]?.upper === 'TABLE')
      return withTarget(tokens, pairs, plain('declare-table'), cut.start + 1);
  }
  if (name?.kind !== 'variable') return plain('other');
  return plain(carriesValues(tokens, valuesOf(tokens, cut)) ? 'assign' : 'other');
}

/** From past the first equals sign; nothing when there is none. */
function valuesOf(tokens: readonly Token[], cut: Cut): Piece {
  let at = cut.start + 2;
  while (at < cut.end && !tokens[at]?.text.endsWith('=')) {
    if (tokens[at]?.text === '.') return { start: at, end: cut.end };
    at++;
  }
  return { start: at + 1, end: cut.end };
}

/** The query after FOR, without FOR READ ONLY and FOR UPDATE OF. */
function cursorQuery(tokens: readonly Token[], pairs: Int32Array, cut: Cut): Piece | null {
  let start = cut.start;
  while (start < cut.end && !(tokens[start]?.upper === 'FOR' && beginsQuery(tokens, pairs, start + 1)))
    start++;
  if (start >= cut.end) return null;
  let end = start + 1;
  while (end < cut.end && !endsCursorQuery(tokens, end)) end = Math.max(end, pairs[end] ?? -1) + 1;
  return { start: start + 1, end: Math.min(end, cut.end) };
}

function endsCursorQuery(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.upper;
  return tokens[at]?.upper === 'FOR' && (next === 'READ' || next === 'UPDATE');
}
