import type { SqlDialect } from '../../dialect';
import { isNamePart } from '../../tokens/read-name';
import { pastParens, type Rule, replace, type Tokens, until, word } from '../rule';

/** `:NEW.id`, `:row.id`: the fields of a record; the parser takes a colon only before a bare name. */
const recordField: Rule = {
  name: 'record-field',
  level: 1,
  lossy: false,
  at: null,
  match(tokens, index) {
    const token = tokens.list[index];
    if (token?.kind !== 'variable' || !token.text.startsWith(':') || word(tokens, index + 1) !== '.')
      return null;
    return {
      edits: [{ start: token.start, end: token.start + 1, text: '' }],
      next: index + 1,
    };
  },
};

/** Words between INSERT and its table. */
const INSERT_OPTION = /^(?:INTO|OVERWRITE|ALL|FIRST|IGNORE|LOW_PRIORITY|HIGH_PRIORITY|DELAYED|WHEN|ROW)$/;

/** `INSERT t`: INTO is missing. */
const insertInto: Rule = {
  name: 'insert-into',
  level: 1,
  lossy: false,
  at: ['INSERT'],
  match(tokens, index) {
    const [insert, next] = [tokens.list[index], tokens.list[index + 1]];
    const named = next?.kind === 'word' || next?.kind === 'quoted';
    if (insert === undefined || !named || INSERT_OPTION.test(next.upper)) return null;
    if (word(tokens, index - 1) === 'THEN') return null;
    return { edits: [{ start: insert.end, end: insert.end, text: ' INTO' }], next: index + 1 };
  },
};

/** `t FOR SYSTEM_TIME AS OF expression`: which rows of the table, not another table. */
const systemTime: Rule = {
  name: 'system-time',
  level: 1,
  lossy: false,
  at: ['FOR'],
  match(tokens, index) {
    const words = [1, 2, 3].map((more) => word(tokens, index + more)).join(' ');
    if (!/^SYSTEM_?TIME AS OF$/.test(words)) return null;
    const value = index + 4;
    const past =
      pastParens(tokens, value) > value ? pastParens(tokens, value) : pastParens(tokens, value + 1);
    const isLiteral = tokens.list[value]?.kind === 'word' && tokens.list[past]?.kind === 'string';
    return replace(tokens, index, isLiteral ? past + 1 : past);
  },
};

/** `UPDATE SET ... DELETE WHERE condition` of a MERGE is a branch of its own elsewhere. */
const mergeDelete: Rule = {
  name: 'merge-delete',
  level: 1,
  lossy: false,
  at: ['DELETE'],
  match(tokens, index) {
    const condition = index + 2;
    if (word(tokens, index + 1) !== 'WHERE' || !isMerge(tokens)) return null;
    const end = until(tokens, condition, (upper) => upper === 'WHEN');
    const [first, last] = [tokens.list[condition], tokens.list[end - 1]];
    const [opening] = replace(tokens, index, condition).edits;
    if (first === undefined || last === undefined || opening === undefined || end <= condition) return null;
    return {
      edits: [
        { ...opening, end: first.start, text: 'WHEN MATCHED AND (' },
        { start: last.end, end: last.end, text: ') THEN DELETE' },
      ],
      next: condition,
    };
  },
};

const isMerge = (tokens: Tokens) => tokens.list.some(({ upper }) => upper === 'MERGE');

/** `CREATE TABLE t AS TABLE s`. */
const tableQuery: Rule = {
  name: 'table-query',
  level: 1,
  lossy: false,
  at: ['TABLE'],
  match(tokens, index) {
    const before = word(tokens, index - 1);
    return before === 'AS' || before === '(' ? replace(tokens, index, index + 1, 'SELECT * FROM') : null;
  },
};

/** `t PARTITION (p)` is read as an alias with a column: always rewritten. */
const partition: Rule = {
  name: 'partition',
  level: 0,
  lossy: false,
  at: ['PARTITION', 'SUBPARTITION'],
  match(tokens, index) {
    const before = tokens.list[index - 1];
    const open = word(tokens, index + 1) === 'FOR' ? index + 2 : index + 1;
    const end = pastParens(tokens, open);
    if (before === undefined || !isNamePart(before) || end === open) return null;
    return /^(?:BY|OVER)$/.test(before.upper) ? null : replace(tokens, index, end);
  },
};

/** What the parser cannot read in dialects other than T-SQL, by dialect: rules of level 0 always, the others when it failed. */
export const otherDialects: Readonly<Partial<Record<SqlDialect, readonly Rule[]>>> = {
  oracle: [partition, recordField, mergeDelete],
  snowflake: [recordField],
  bigquery: [insertInto, systemTime],
  mysql: [partition, insertInto, tableQuery],
  databricks: [systemTime],
  postgres: [tableQuery],
  redshift: [tableQuery],
  duckdb: [tableQuery],
};
