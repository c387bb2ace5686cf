import type { Token } from '../../tokens/token';
import { pastParens, type Rule, replace, type Tokens, word } from '../rule';

/**
 * `SET (a, b) = (SELECT x, y FROM t)` and `SET (a, b) = (x, y)`: an assignment for each column. When the values do not match
 * the columns one by one (`SELECT *`), every column gets the whole.
 */
export const tupleAssignment: Rule = {
  name: 'tuple-assignment',
  level: 1,
  lossy: false,
  at: ['('],
  match(tokens, index) {
    const equals = pastParens(tokens, index);
    const open = word(tokens, equals + 1) === 'ROW' ? equals + 2 : equals + 1;
    const end = pastParens(tokens, open);
    const isSet = word(tokens, index - 1) === 'SET' || word(tokens, index - 1) === ',';
    if (!isSet || equals === index || word(tokens, equals) !== '=' || end === open) return null;
    const columns = items(tokens, index + 1, equals - 1);
    const [values, tail] = valuesOf(tokens, open, end);
    const whole = text(tokens.list.slice(open, end));
    const assigned = columns.map((column, at) => {
      const value = values[at] ?? '';
      const own = tail === null ? value : `(SELECT ${value} ${tail})`;
      return `${column} = ${values.length === columns.length ? own : whole}`;
    });
    return replace(tokens, index, end, assigned.join(', '));
  },
};

/** The values of a list or of a query's select list, and what follows that list; null for a list. */
function valuesOf(tokens: Tokens, open: number, end: number): [values: string[], tail: string | null] {
  if (word(tokens, open + 1) !== 'SELECT') return [items(tokens, open + 1, end - 1), null];
  let from = open + 2;
  while (from < end - 1 && word(tokens, from) !== 'FROM') from = Math.max(from + 1, pastParens(tokens, from));
  return [items(tokens, open + 2, from), text(tokens.list.slice(from, end - 1))];
}

/** The texts between commas outside of parentheses. */
function items(tokens: Tokens, from: number, to: number): string[] {
  const texts: string[] = [];
  let start = from;
  for (let at = from; at <= to; at = Math.max(at + 1, pastParens(tokens, at))) {
    if (at < to && word(tokens, at) !== ',') continue;
    if (at > start) texts.push(text(tokens.list.slice(start, at)));
    start = at + 1;
  }
  return texts;
}

function text(tokens: readonly Token[]): string {
  let end = tokens[0]?.start ?? 0;
  return tokens
    .map((token) => {
      const gap = token.start > end ? ' ' : '';
      end = token.end;
      return gap + token.text;
    })
    .join('');
}
