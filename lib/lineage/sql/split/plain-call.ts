import type { Call } from '../statement';
import { readName } from '../tokens/read-name';
import { find, type Piece, readCall } from './generic-statement';
import type { Cut } from './statement-text';

/** Methods of collections, which are no procedures. */
const METHOD = /^(?:EXTEND|DELETE|TRIM|FIRST|NEXT|PRIOR|LAST)$/;

/** Whether a statement of a body changes a variable of its own by a method: `ids.EXTEND(5)`. */
export function changesVariable({ tokens }: Piece, { start }: Cut, variables: readonly string[]): boolean {
  if (tokens[start + 1]?.text !== '.') return false;
  return variables.includes(tokens[start]?.upper ?? '') || METHOD.test(tokens[start + 2]?.upper ?? '');
}

/**
 * The call that a statement of a body is without CALL: `load(1)`, and without `needsParens` (Oracle) also `pkg.load`. Null for all others.
 */
export function plainCall(piece: Piece, cut: Cut, needsParens: boolean): Call | null {
  const { tokens, pairs } = piece;
  const call = readCall(piece, cut, cut.start);
  const first = tokens[cut.start]?.upper ?? '';
  if (call === null || /^RAISE/.test(first)) return null;
  const open = find(piece, cut, /^\($/);
  if (open !== -1) return pairs[open] === cut.end - 1 ? call : null;
  return needsParens || readName(tokens, cut.start)?.next !== cut.end ? null : call;
}
