import { type Rule, type Tokens, until, word } from '../rule';

/**
 * What must stand in front of a query of DuckDB that begins without SELECT, behind AS: `FROM s`, `FROM s SELECT a`,
 * `PIVOT s ON a USING sum(b)`; null when none begins at `index`.
 */
function opening(tokens: Tokens, index: number): 'SELECT * ' | '(' | 'SELECT * FROM (' | null {
  if (word(tokens, index - 1) !== 'AS') return null;
  if (/^(?:UN)?PIVOT$/.test(word(tokens, index))) return 'SELECT * FROM (';
  if (word(tokens, index) !== 'FROM') return null;
  const select = until(tokens, index, (upper) => upper === 'SELECT');
  return word(tokens, select) === 'SELECT' ? '(' : 'SELECT * ';
}

/** The parser takes such a query in parentheses alone, or with a SELECT in front. */
export const queryWithoutSelect: Rule = {
  name: 'from-first',
  level: 1,
  lossy: false,
  at: ['FROM', 'PIVOT', 'UNPIVOT'],
  match(tokens, index) {
    const [first, text] = [tokens.list[index], opening(tokens, index)];
    if (first === undefined || text === null) return null;
    return { edits: [{ start: first.start, end: first.start, text }], next: index + 1 };
  },
};

/** The parenthesis that closes what was opened. */
export const queryWithoutSelectEnd: Rule = {
  name: 'from-first',
  level: 1,
  lossy: false,
  at: null,
  match(tokens, index) {
    const last = tokens.list[index];
    if (index !== tokens.list.length - 1 || last === undefined) return null;
    const opened = tokens.list.some((_, at) => opening(tokens, at)?.endsWith('(') === true);
    return opened ? { edits: [{ start: last.end, end: last.end, text: ')' }], next: index + 1 } : null;
  },
};
