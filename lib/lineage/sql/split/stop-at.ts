import type { Token } from '../tokens/token';
import { BODY_END } from './dollar-bodies';
import type { Piece } from './generic-statement';

/** The first token from `from` on that fits `word`, outside of parentheses and CASE; else the end of the statement. */
export function stopAt({ tokens, pairs }: Piece, from: number, word: RegExp): number {
  let cases = 0;
  for (let at = from; at < tokens.length; at++) {
    const upper = tokens[at]?.upper ?? '';
    if (upper === ';' || upper === BODY_END || (upper === '/' && isAloneInLine(tokens, at))) return at;
    if (upper === '(') at = Math.max(at, pairs[at] ?? -1);
    else if (upper === 'CASE') cases++;
    else if (upper === 'END' && cases > 0) cases--;
    else if (cases === 0 && word.test(upper)) return at;
  }
  return tokens.length;
}

/** Oracle's tools end a statement with such a slash. */
function isAloneInLine(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.startsLine === true && tokens[at + 1]?.startsLine !== false;
}
