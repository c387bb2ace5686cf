import type { Token } from '../tokens/token';

/** The tokens without the lines `DELIMITER x` of MySQL's client, a semicolon in place of each `x`. */
export function plainDelimiters(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isCommand)) return tokens;
  const plain: Token[] = [];
  let delimiter = ';';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isCommand(token)) {
      const lineEnd = text.slice(token.end).search(/[\r\n]|$/) + token.end;
      delimiter = text.slice(token.end, lineEnd).trim() || ';';
      while ((tokens[at + 1]?.start ?? lineEnd) < lineEnd) at++;
    } else if (delimiter !== ';' && text.startsWith(delimiter, token.start)) {
      const end = token.start + delimiter.length;
      plain.push({ ...token, kind: 'operator', text: ';', upper: ';', end });
      while ((tokens[at + 1]?.start ?? end) < end) at++;
    } else plain.push(...withoutDelimiter(token, delimiter));
  }
  return plain;
}

/** `END$$` is one word to a tokenizer that takes `$` into names. */
function withoutDelimiter(token: Token, delimiter: string): Token[] {
  const { text, upper, start, end, kind } = token;
  const isGlued = kind === 'word' && delimiter !== ';' && text.endsWith(delimiter);
  if (!isGlued || text.length === delimiter.length) return [token];
  const cut = end - delimiter.length;
  return [
    { ...token, text: text.slice(0, cut - start), upper: upper.slice(0, cut - start), end: cut },
    { ...token, kind: 'operator', text: ';', upper: ';', start: cut, startsLine: false },
  ];
}

function isCommand({ upper, startsLine }: Token): boolean {
  return startsLine && upper === 'DELIMITER';
}
