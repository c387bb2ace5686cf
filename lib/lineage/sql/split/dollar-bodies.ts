import type { SqlDialect } from '../dialect';
import type { Token } from '../tokens/token';
import { tokenize } from '../tokens/tokenize';

/** Marks that stand for the quotes around the body of a function. */
export const BODY_START = '\u0001body';
export const BODY_END = '\u0002body';

/**
 * The tokens with those of quoted bodies in place of their quotes: `CREATE FUNCTION ... AS $$ ... $$`, `DO $$ ... $$`, `EXECUTE
 * IMMEDIATE $$ ... $$`. Bodies in another language than SQL stay strings, and so do bodies in which quotes are doubled.
 */
export function openBodies(text: string, tokens: readonly Token[], dialect: SqlDialect): readonly Token[] {
  if (!tokens.some((token, at) => isBody(tokens, token, at))) return tokens;
  const opened: Token[] = [];
  let pieceStart = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.text === ';') pieceStart = at + 1;
    const quote = isBody(tokens, token, at) && speaksSql(tokens, pieceStart, at) ? quoteOf(token) : null;
    if (quote === null) opened.push(token);
    else {
      const [from, to] = [
        token.start + quote.length,
        Math.max(token.start + quote.length, token.end - quote.length),
      ];
      opened.push({ ...token, kind: 'operator', text: quote, upper: BODY_START, end: from });
      for (const inner of tokenize(text, dialect, from, to).tokens) opened.push(inner);
      opened.push({ ...token, kind: 'operator', text: quote, upper: BODY_END, start: to, startsLine: false });
    }
  }
  return opened;
}

function isBody(tokens: readonly Token[], token: Token, at: number): boolean {
  if (token.kind !== 'string') return false;
  const before = tokens[at - 1]?.upper;
  if (before === 'AS' || before === 'DO' || before === 'IMMEDIATE')
    return token.text.startsWith('$') || before === 'AS';
  return token.text.startsWith('$') && tokens[at - 2]?.upper === 'LANGUAGE';
}

/** Whether the statement is a definition in SQL, or a block of it. */
function speaksSql(tokens: readonly Token[], from: number, at: number): boolean {
  let language = 'SQL';
  const first = tokens[from]?.upper;
  const defines =
    first === 'CREATE' && tokens.slice(from, at).some(({ upper }) => /^(?:FUNCTION|PROCEDURE)$/.test(upper));
  if (!defines && first !== 'DO' && tokens[at - 1]?.upper !== 'IMMEDIATE') return false;
  for (let here = from; here < tokens.length && tokens[here]?.text !== ';'; here++) {
    if (tokens[here]?.upper === 'LANGUAGE') language = tokens[here + 1]?.upper ?? language;
  }
  return /^'?(?:SQL|PLPGSQL)'?$/i.test(language);
}

/** The quote of a string when its inside is the body as it stands. */
function quoteOf({ text }: Token): string | null {
  const tag = /^\$\w*\$/.exec(text)?.[0];
  if (tag !== undefined) return text.endsWith(tag) && text.length >= 2 * tag.length ? tag : null;
  return text.startsWith("'") && text.length > 1 && !text.slice(1, -1).includes("'") ? "'" : null;
}
