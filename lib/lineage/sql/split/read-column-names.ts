import type { Statement } from '../statement';
import { isNamePart, unquote } from '../tokens/read-name';
import type { Token } from '../tokens/token';

const NOT_COLUMNS = new Set([
  ...['PRIMARY', 'UNIQUE', 'CONSTRAINT', 'INDEX', 'CHECK', 'FOREIGN', 'PERIOD', 'LIKE', 'EXCLUDE', 'KEY'],
]);

/** The columns of a column list or of the columns of CREATE TABLE, whose parenthesis opens at token `open`. */
export function readColumnNames(
  tokens: readonly Token[],
  pairs: Int32Array,
  open: number,
): Statement['columns'] {
  const close = pairs[open] ?? -1;
  const columns: { name: string; range: { start: number; end: number } }[] = [];
  let begins = true;
  for (let at = open + 1; at < close; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === ',') begins = true;
    else {
      if (begins && isNamePart(token) && !(token.kind === 'word' && NOT_COLUMNS.has(token.upper))) {
        columns.push({ name: unquote(token), range: { start: token.start, end: token.end } });
      }
      begins = false;
      if (token.text === '(') at = Math.max(at, pairs[at] ?? -1);
    }
  }
  return columns;
}
