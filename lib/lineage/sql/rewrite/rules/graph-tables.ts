import { pastParens, type Rule, replace, word } from '../rule';

/** `MATCH (a-(f)->b)` is read as a subtraction and a path of JSON, without an error; it names aliases, no columns. */
const match: Rule = {
  name: 'graph-match',
  level: 0,
  lossy: false,
  at: ['MATCH'],
  match(tokens, index) {
    const end = pastParens(tokens, index + 1);
    const inside = tokens.list.slice(index + 2, Math.max(index + 2, end - 1)).map(({ text }) => text);
    const isPath = /->|<-/.test(inside.join('')) && !inside.includes(',');
    return isPath ? replace(tokens, index, end, '1 = 1') : null;
  },
};

/** `FROM t FOR PATH AS a`: all rows on the way. */
const forPath: Rule = {
  name: 'graph-for-path',
  level: 1,
  lossy: false,
  at: ['FOR'],
  match: (tokens, index) => (word(tokens, index + 1) === 'PATH' ? replace(tokens, index, index + 2) : null),
};

/** `STRING_AGG(a.name, ',') WITHIN GROUP (GRAPH PATH)`: in the order of the way. */
const graphPath: Rule = {
  name: 'graph-path-order',
  level: 1,
  lossy: false,
  at: ['WITHIN'],
  match: (tokens, index) =>
    word(tokens, index + 3) === 'GRAPH' ? replace(tokens, index, pastParens(tokens, index + 2)) : null,
};

/** Tables of nodes and edges: source, SQL Graph of SQL Server. */
export const graphTables: readonly Rule[] = [match, forPath, graphPath];
