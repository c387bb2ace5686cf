import { pairParens } from '../tokens/pair-parens';
import { isNamePart } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { type Alternatives, join, UNKNOWN } from './folded-text';

/** What a variable holds, as far as it is known. */
export type Lookup = (variable: string) => Alternatives;

/**
 * The text an expression makes: literals, variables and what is put together of them by `+`, `||`, CONCAT, CAST, CONVERT, ISNULL,
 * COALESCE, QUOTENAME, CHAR and the FORMAT of Postgres. All else is a hole.
 */
export function foldExpression(tokens: readonly Token[], lookup: Lookup): Alternatives {
  const pairs = pairParens(tokens, () => false);
  return foldPiece({ tokens, pairs, lookup }, 0, tokens.length);
}

type Context = { readonly tokens: readonly Token[]; readonly pairs: Int32Array; readonly lookup: Lookup };

function foldPiece(context: Context, start: number, end: number): Alternatives {
  const terms = split(context, start, end, /^(?:\+|\|\|)$/);
  return terms.map(([from, to]) => foldTerm(context, from, to)).reduce(join);
}

function foldTerm(context: Context, start: number, end: number): Alternatives {
  const { tokens, pairs, lookup } = context;
  const first = tokens[start];
  if (first === undefined) return UNKNOWN;
  const single = end === start + 1;
  if (single && first.kind === 'string') return [{ text: stringValue(first.text), holes: false }];
  if (single && first.kind === 'number') return [{ text: first.text, holes: false }];
  if (single && (first.kind === 'variable' || isNamePart(first))) return lookup(first.text);
  if (first.text === '(' && pairs[start] === end - 1) return foldPiece(context, start + 1, end - 1);
  if (first.kind !== 'word' || tokens[start + 1]?.text !== '(' || pairs[start + 1] !== end - 1)
    return UNKNOWN;
  return foldCall(context, first.upper, split(context, start + 2, end - 1, /^,$/));
}

function foldCall(context: Context, name: string, parts: readonly Piece[]): Alternatives {
  const [first, second] = parts;
  if (first === undefined) return UNKNOWN;
  const value = ([from, to]: Piece) => foldPiece(context, from, to);
  switch (name) {
    case 'CONCAT':
      return parts.map(value).reduce(join);
    case 'ISNULL':
    case 'COALESCE':
      return value(first);
    case 'CAST':
    case 'TRY_CAST': {
      const as = context.tokens.findIndex(
        ({ upper }, at) => upper === 'AS' && at > first[0] && at < first[1],
      );
      return as === -1 ? UNKNOWN : value([first[0], as]);
    }
    case 'CONVERT':
      return second === undefined ? UNKNOWN : value(second);
    case 'QUOTENAME':
      return value(first).map(({ text, holes }) => ({ text: `[${text.replaceAll(']', ']]')}]`, holes }));
    case 'QUOTE_IDENT':
      return value(first);
    case 'FORMAT':
      return formatted(value(first), parts.slice(1).map(value));
    case 'CHAR':
    case 'CHR':
    case 'NCHAR':
      return [
        {
          text: ['9', '10', '13', '32'].includes(context.tokens[first[0]]?.text ?? '') ? '\n' : "'",
          holes: false,
        },
      ];
    default:
      return UNKNOWN;
  }
}

/** `format('INSERT INTO %I ...', name)` of Postgres; that of T-SQL makes no SQL. */
function formatted(formats: Alternatives, values: readonly Alternatives[]): Alternatives {
  const [format, ...others] = formats;
  if (format === undefined || others.length > 0) return UNKNOWN;
  const { text, holes } = format;
  const places = [...text.matchAll(FORMAT_PLACE)];
  if (places.length === 0) return UNKNOWN;
  let [made, from, next]: [Alternatives, number, number] = [[{ text: '', holes }], 0, 0];
  for (const place of places) {
    const index = place[1] === undefined ? next : Number(place[1]) - 1;
    next = index + 1;
    made = join(join(made, [{ text: text.slice(from, place.index), holes }]), values[index] ?? UNKNOWN);
    from = place.index + place[0].length;
  }
  return join(made, [{ text: text.slice(from), holes }]);
}

/** `%s`, `%I`, `%L` and `%2$I`. */
const FORMAT_PLACE = /%(?:(\d+)\$)?[sIL]/g;

type Piece = readonly [from: number, to: number];

/** The pieces between marks outside of parentheses. */
function split({ tokens, pairs }: Context, start: number, end: number, mark: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (tokens[at]?.text === '(') at = Math.max(at, Math.min(end, pairs[at] ?? -1));
    else if (mark.test(tokens[at]?.text ?? '')) {
      pieces.push([from, at]);
      from = at + 1;
    }
  }
  return [...pieces, [from, end]];
}

/** The value of a string, however its dialect quotes it. */
function stringValue(text: string): string {
  const [, dollars] = /^(\$\w*\$)/.exec(text) ?? [];
  if (dollars !== undefined) return inner(text, dollars.length, dollars);
  const [alternative] = /^n?q'./i.exec(text) ?? [];
  if (alternative !== undefined) return text.slice(alternative.length, -2);
  const [, prefix = '', quote = "'"] = /^([a-z&]*)('''|"""|'|")/i.exec(text) ?? [];
  return inner(text, prefix.length + quote.length, quote).replaceAll(quote + quote, quote);
}

/** The text after `start` without the mark at its end, if it is there. */
function inner(text: string, start: number, mark: string): string {
  return text.length >= start + mark.length && text.endsWith(mark)
    ? text.slice(start, -mark.length)
    : text.slice(start);
}
