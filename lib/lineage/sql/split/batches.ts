import type { Token } from '../tokens/token';

/**
 * Past the `GO` or `GO n` at `index`, or -1. GO is a word of the client tools: it ends a batch only when it stands alone in
 * its line.
 */
export function batchEndAt(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.upper !== 'GO' || token.kind !== 'word' || !token.startsLine) return -1;
  const next = tokens[index + 1];
  if (next === undefined || next.startsLine) return index + 1;
  if (next.text === ';') return index + 1;
  const after = tokens[index + 2];
  return next.kind === 'number' && (after === undefined || after.startsLine) ? index + 2 : -1;
}
