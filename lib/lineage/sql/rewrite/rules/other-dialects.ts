import type { SqlDialect } from '../../dialect';
import { isNamePart, readName } from '../../tokens/read-name';
import { pastParens, type Rule, replace, type Tokens, until, word } from '../rule';

import { cacheTable, readFiles, refresh } from './databricks-tables';
import { pipeSyntax } from './pipe-syntax';
import { queryWithoutSelect, queryWithoutSelectEnd } from './query-without-select';
import { trainModel } from './train-model';
import { tupleAssignment } from './tuple-assignment';

/** The rule whose outcome is T-SQL. */
export const DELETE_USING = 'delete-using';

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
const INSERT_OPTION = /^(?:IGNORE|LOW_PRIORITY|HIGH_PRIORITY|DELAYED)$/;

/** `INSERT t`: INTO is missing. */
const insertInto: Rule = {
  name: 'insert-into',
  level: 1,
  lossy: false,
  at: ['INSERT'],
  match(tokens, index) {
    let at = index;
    while (INSERT_OPTION.test(word(tokens, at + 1))) at++;
    const [last, next] = [tokens.list[at], tokens.list[at + 1]];
    const named = next?.kind === 'word' || next?.kind === 'quoted';
    if (last === undefined || !named || /^(?:INTO|OVERWRITE|ROW)$/.test(next.upper)) return null;
    if (word(tokens, index - 1) === 'THEN') return null;
    return { edits: [{ start: last.end, end: last.end, text: ' INTO' }], next: at + 1 };
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

/** `DELETE FROM t a USING u b`: the parser takes no schema there, but `DELETE a FROM t a, u b` of T-SQL. */
const deleteUsing: Rule = {
  name: DELETE_USING,
  level: 1,
  lossy: false,
  at: ['DELETE'],
  match(tokens, index) {
    const from = tokens.list[index + 1];
    const target = readName(tokens.list, index + 2);
    const using = until(tokens, index + 2, (upper) => upper === 'USING');
    const [first, last] = [tokens.list[index + 2], tokens.list[(target?.next ?? 0) - 1]];
    const [comma] = replace(tokens, using, using + 1, ',').edits;
    if (from?.upper !== 'FROM' || target === null || first === undefined || last === undefined) return null;
    if (word(tokens, using) !== 'USING' || comma === undefined) return null;
    const alias = using > target.next ? tokens.list[using - 1]?.text : undefined;
    const name = tokens.list.slice(index + 2, target.next).map(({ text }) => text);
    return {
      edits: [{ start: from.start, end: from.end, text: `${alias ?? name.join('')} FROM` }, comma],
      next: using + 1,
    };
  },
};

const Q_QUOTED = /^n?q'.([\s\S]*).'$/i;

/** `q'[it's]'` of Oracle, which the parser does not know. */
const quotedText: Rule = {
  name: 'quoted-text',
  level: 1,
  lossy: false,
  at: null,
  match(tokens, index) {
    const inner = Q_QUOTED.exec(tokens.list[index]?.text ?? '')?.[1];
    if (inner === undefined || tokens.list[index]?.kind !== 'string') return null;
    return replace(tokens, index, index + 1, `'${inner.replaceAll("'", "''")}'`);
  },
};

/** `CREATE TABLE t AS TABLE s`, `TABLE s`. */
const tableQuery: Rule = {
  name: 'table-query',
  level: 1,
  lossy: false,
  at: ['TABLE'],
  match(tokens, index) {
    const before = word(tokens, index - 1);
    return /^(?:AS|\(|)$/.test(before) ? replace(tokens, index, index + 1, 'SELECT * FROM') : null;
  },
};

/** `read_csv('a.csv', ...)`: the file by its name, which stands for a table. */
const readFile: Rule = {
  name: 'read-file',
  level: 0,
  lossy: false,
  at: [
    'READ_CSV',
    'READ_CSV_AUTO',
    'READ_PARQUET',
    'PARQUET_SCAN',
    'READ_JSON',
    'READ_JSON_AUTO',
    'READ_NDJSON',
  ],
  match(tokens, index) {
    const path = tokens.list[index + 2];
    const end = pastParens(tokens, index + 1);
    return end > index + 1 && path?.kind === 'string' ? replace(tokens, index, end, path.text) : null;
  },
};

/** `CREATE STREAMING TABLE`, `CREATE LIVE TABLE`: a table like others; the parser gives up on it without telling. */
const streamingTable: Rule = {
  name: 'streaming-table',
  level: 0,
  lossy: false,
  at: ['STREAMING', 'LIVE'],
  match(tokens, index) {
    return word(tokens, index + 1) === 'TABLE' ? replace(tokens, index, index + 1) : null;
  },
};

/** `STREAM(t)` and `STREAM t`: the rows of a table as they come. */
const stream: Rule = {
  name: 'stream',
  level: 0,
  lossy: false,
  at: ['STREAM'],
  match(tokens, index) {
    if (!/^(?:FROM|JOIN|,)$/.test(word(tokens, index - 1))) return null;
    const next = tokens.list[index + 1];
    const end = pastParens(tokens, index + 1);
    const [opening] = replace(tokens, index, index + 1).edits;
    if (next === undefined || opening === undefined) return null;
    if (end === index + 1) return isNamePart(next) ? replace(tokens, index, index + 1) : null;
    const name = readName(tokens.list, index + 2);
    const [first, last] = [tokens.list[index + 2], tokens.list[(name?.next ?? 0) - 1]];
    if (name === null || first === undefined || last === undefined || name.next !== end - 1) return null;
    return {
      edits: [
        { ...opening, end: first.start },
        { start: last.end, end: tokens.list[end - 1]?.end ?? last.end, text: '' },
      ],
      next: end,
    };
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

/** `MERGE ... REMOVE DUPLICATES`: rows that match are put anew, all others come in; columns of both tables are the same. */
const removeDuplicates: Rule = {
  name: 'remove-duplicates',
  level: 1,
  lossy: false,
  at: ['REMOVE'],
  match(tokens, index) {
    if (word(tokens, index + 1) !== 'DUPLICATES' || !isMerge(tokens)) return null;
    const all = 'WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *';
    return replace(tokens, index, index + 2, all);
  },
};

/** What the parser cannot read in dialects other than T-SQL, by dialect: rules of level 0 always, the others when it failed. */
export const otherDialects: Readonly<Partial<Record<SqlDialect, readonly Rule[]>>> = {
  oracle: [partition, recordField, mergeDelete, tupleAssignment, quotedText],
  snowflake: [recordField],
  bigquery: [pipeSyntax, trainModel, insertInto, systemTime],
  mysql: [partition, insertInto, tableQuery],
  databricks: [readFiles, refresh, cacheTable, streamingTable, stream, systemTime],
  postgres: [deleteUsing, tableQuery, tupleAssignment],
  redshift: [deleteUsing, tableQuery, removeDuplicates, tupleAssignment],
  duckdb: [readFile, tableQuery, queryWithoutSelect, queryWithoutSelectEnd],
};
