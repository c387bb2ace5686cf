import type { SqlDialect } from '../dialect';
import type { Range } from '../span';
import { gapEnd } from './gap-end';
import { type Lexis, lexes } from './lexis';
import { alternativeQuotedEnd, dollarQuotedEnd, quotedEnd, tripleQuotedEnd } from './quoted-end';
import type { Token, TokenKind } from './token';

/** The tokens of a text. `unclosed`: a string, quoted name or comment that has no end; it reaches to the end of the text. */
export type Tokens = { readonly tokens: readonly Token[]; readonly unclosed: Range | null };

const WORD = /[A-Za-z_\u0080-\uffff][\w$#@\u0080-\uffff]*/y;
const NUMBER = /0x[0-9a-f]*|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const VARIABLE = /@{1,2}[\w#$@\u0080-\uffff]*|:[A-Za-z_][\w$#]*|\$\d+/y;
const HASH_NAME = /#{1,2}[\w#$@\u0080-\uffff]*/y;
const DOLLAR_NAME = /\$[A-Za-z_][\w$]*/y;
const OPERATOR = /<=>|<>|<=|>=|!=|\+=|-=|\*=|\/=|%=|\|=|&=|\^=|::|\|\||=>|->>|->|:=|!<|!>|\.\.\.|[\s\S]/y;

/**
 * The tokens of the piece of `text` between `from` and `to`; their offsets count in the whole text (UTF-16). Never throws:
 * what has no end reaches to the end.
 */
export function tokenize(text: string, dialect: SqlDialect, from = 0, to = text.length): Tokens {
  const lexis = lexes[dialect];
  const tokens: Token[] = [];
  let unclosed: Range | null = null;
  let startsLine = true;
  let at = from;
  for (;;) {
    const gap = gapEnd(text, at, to, lexis);
    if (gap.lineBreak) startsLine = true;
    if (gap.unclosed) unclosed = { start: at, end: to };
    if (gap.end >= to) break;
    const start = gap.end;
    const previous = tokens.at(-1);
    const found = readToken(text, start, to, lexis, previous?.end === start ? previous : undefined);
    if (found.end === -1) unclosed = { start, end: to };
    const end = found.end === -1 ? to : Math.min(found.end, to);
    const written = text.slice(start, end);
    const upper = found.kind === 'word' ? written.toUpperCase() : written;
    tokens.push({ kind: found.kind, text: written, upper, start, end, startsLine });
    startsLine = false;
    at = end;
  }
  return { tokens, unclosed };
}

type Found = { readonly kind: TokenKind; readonly end: number };

/** The token at `start`; `end` is -1 when it has none. `touching`: the token that ends right here. */
function readToken(
  text: string,
  start: number,
  to: number,
  lexis: Lexis,
  touching: Token | undefined,
): Found {
  const char = text.charAt(start);
  if (char === "'" || (char === '"' && lexis.doubleQuotedStrings)) {
    return { kind: 'string', end: stringEnd(text, start, to, lexis, '') };
  }
  if (char === '"') return { kind: 'quoted', end: quotedEnd(text, start, to, '"', false) };
  if (char === '`' && lexis.backticks) return { kind: 'quoted', end: quotedEnd(text, start, to, '`', false) };
  if (char === '[' && lexis.brackets) return { kind: 'quoted', end: quotedEnd(text, start, to, ']', false) };
  const digits = text.charCodeAt(start + 1);
  const isNumber =
    isDigit(text.charCodeAt(start)) || (char === '.' && isDigit(digits) && !endsName(touching));
  if (isNumber) return { kind: 'number', end: matchEnd(NUMBER, text, start) ?? start + 1 };
  const word = matchEnd(WORD, text, start);
  if (word !== undefined) return wordOrString(text, start, word, to, lexis);
  if (char === '$') {
    const end = dollarQuotedEnd(text, start, to, lexis);
    if (end !== undefined) return { kind: 'string', end };
    const name = matchEnd(DOLLAR_NAME, text, start);
    if (name !== undefined) return { kind: 'word', end: name };
  }
  if (char === '#' && lexis.hashNames) {
    return { kind: 'word', end: matchEnd(HASH_NAME, text, start) ?? start + 1 };
  }
  if (char === '@' || char === '$' || (char === ':' && lexis.colonVariables)) {
    const variable = matchEnd(VARIABLE, text, start);
    if (variable !== undefined && touching?.text !== ':') return { kind: 'variable', end: variable };
  }
  return { kind: 'operator', end: matchEnd(OPERATOR, text, start) ?? start + 1 };
}

/** A word, or a string whose prefix the word is: N'...', E'...', q'[...]'. */
function wordOrString(text: string, start: number, end: number, to: number, lexis: Lexis): Found {
  const quote = text.charAt(end);
  const beginsString = quote === "'" || (quote === '"' && lexis.doubleQuotedStrings);
  if (!beginsString || end - start > 12) return { kind: 'word', end };
  const prefix = text.slice(start, end);
  if (!lexis.stringPrefixes.test(prefix)) return { kind: 'word', end };
  return { kind: 'string', end: stringEnd(text, end, to, lexis, prefix.toUpperCase()) };
}

function stringEnd(text: string, quote: number, to: number, lexis: Lexis, prefix: string): number {
  const mark = text.charAt(quote);
  if (lexis.alternativeQuotes && prefix.endsWith('Q')) return alternativeQuotedEnd(text, quote, to);
  if (lexis.tripleQuotes && text.startsWith(mark.repeat(3), quote))
    return tripleQuotedEnd(text, quote, to, mark);
  const raw = prefix.includes('R');
  return quotedEnd(text, quote, to, mark, prefix === 'E' || (lexis.backslashes && !raw));
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const endsName = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'quoted';
