import type { Token } from '../tokens/token';

/** Whether the tokens of an expression read data or call something: a query, a qualified name before a parenthesis. */
export function needsParser(
  tokens: readonly Token[],
  piece: { readonly start: number; readonly end: number },
): boolean {
  for (let at = piece.start; at < piece.end; at++) {
    const token = tokens[at];
    if (token?.upper === 'SELECT') return true;
    if (token?.text === '(' && tokens[at - 2]?.text === '.') return true;
  }
  return false;
}

/** Whether the tokens of an expression carry values of elsewhere: more than literals. */
export function carriesValues(
  tokens: readonly Token[],
  piece: { readonly start: number; readonly end: number },
): boolean {
  for (let at = piece.start; at < piece.end; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.kind === 'variable' || token.kind === 'quoted' || token.text === '(') return true;
    if (token.kind === 'word' && token.upper !== 'NULL') return true;
  }
  return false;
}
