import { pairParens } from '../tokens/pair-parens';
import type { Token } from '../tokens/token';
import { type Alternatives, join, UNKNOWN } from './folded-text';

/** What a variable holds, as far as it is known. */
export type Lookup = (variable: string) => Alternatives;

/**
 * The text an expression makes: literals, variables and what is put together of them by `+`, CONCAT, CAST, CONVERT, ISNULL,
 * COALESCE, QUOTENAME and CHAR. All else is a hole.
 */
export function foldExpression(tokens: readonly Token[], lookup: Lookup): Alternatives {
  const pairs = pairParens(tokens, () => false);
  return foldPiece({ tokens, pairs, lookup }, 0, tokens.length);
}

type Context = { readonly tokens: readonly Token[]; readonly pairs: Int32Array; readonly lookup: Lookup };

function foldPiece(context: Context, start: number, end: number): Alternatives {
  const terms = split(context, start, end, '+');
  return terms.map(([from, to]) => foldTerm(context, from, to)).reduce(join);
}

function foldTerm(context: Context, start: number, end: number): Alternatives {
  const { tokens, pairs, lookup } = context;
  const first = tokens[start];
  if (first === undefined) return UNKNOWN;
  const single = end === start + 1;
  if (single && first.kind === 'string') return [{ text: stringValue(first.text), holes: false }];
  if (single && first.kind === 'number') return [{ text: first.text, holes: false }];
  if (single && first.kind === 'variable') return lookup(first.text);
  if (first.text === '(' && pairs[start] === end - 1) return foldPiece(context, start + 1, end - 1);
  if (first.kind !== 'word' || tokens[start + 1]?.text !== '(' || pairs[start + 1] !== end - 1)
    return UNKNOWN;
  return foldCall(context, first.upper, split(context, start + 2, end - 1, ','));
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
    case 'CHAR':
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

type Piece = readonly [from: number, to: number];

/** The pieces between `mark`s outside of parentheses. */
function split({ tokens, pairs }: Context, start: number, end: number, mark: string): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (tokens[at]?.text === '(') at = Math.max(at, Math.min(end, pairs[at] ?? -1));
    else if (tokens[at]?.text === mark) {
      pieces.push([from, at]);
      from = at + 1;
    }
  }
  return [...pieces, [from, end]];
}

/** The value of a T-SQL string. */
function stringValue(text: string): string {
  const start = text.indexOf("'");
  const closed = text.length > start + 1 && text.endsWith("'");
  return text.slice(start + 1, closed ? -1 : undefined).replaceAll("''", "'");
}
