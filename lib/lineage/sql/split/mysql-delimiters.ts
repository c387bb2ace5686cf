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
    } else plain.push(token);
  }
  return plain;
}

function isCommand({ upper, startsLine }: Token): boolean {
  return startsLine && upper === 'DELIMITER';
}
