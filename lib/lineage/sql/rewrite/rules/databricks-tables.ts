import { readName } from '../../tokens/read-name';
import { pastParens, type Rule, replace, until, word } from '../rule';

/** `read_files('path', ...)` of Databricks: the file by the name that stands for rows from outside. */
export const readFiles: Rule = {
  name: 'read-file',
  level: 0,
  lossy: false,
  at: ['READ_FILES'],
  match(tokens, index) {
    const path = tokens.list[index + 2];
    const end = pastParens(tokens, index + 1);
    if (end <= index + 1 || path?.kind !== 'string') return null;
    return replace(tokens, index, end, `\`@openrowset ${path.text.slice(1, -1)}\``);
  },
};

/** `CREATE OR REFRESH`: the parser knows REPLACE alone. */
export const refresh: Rule = {
  name: 'or-refresh',
  level: 0,
  lossy: false,
  at: ['REFRESH'],
  match(tokens, index) {
    return word(tokens, index - 1) === 'OR' ? replace(tokens, index, index + 1, 'REPLACE') : null;
  },
};

/** `CACHE [LAZY] TABLE t [OPTIONS (...)] [AS] query`: a temporary view by another name. */
export const cacheTable: Rule = {
  name: 'cache-table',
  level: 0,
  lossy: false,
  at: ['CACHE'],
  match(tokens, index) {
    const table = word(tokens, index + 1) === 'LAZY' ? index + 2 : index + 1;
    const name = readName(tokens.list, table + 1);
    const query = until(tokens, table, (upper) => /^(?:SELECT|WITH)$/.test(upper));
    const [first, last] = [tokens.list[(name?.next ?? 0) - 1], tokens.list[query]];
    const [opening] = replace(tokens, index, table + 1, 'CREATE TEMPORARY VIEW').edits;
    if (first === undefined || last === undefined || opening === undefined) return null;
    return { edits: [opening, { start: first.end, end: last.start, text: ' AS ' }], next: query };
  },
};
