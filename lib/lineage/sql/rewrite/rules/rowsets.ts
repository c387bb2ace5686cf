import { readName } from '../../tokens/read-name';
import { remoteText } from '../remote-text';
import { pastParens, type Rule, replace, type Tokens, until, word } from '../rule';

/** Past `( ... )` and a `WITH ( ... )` after it. */
function pastCall(tokens: Tokens, open: number): number {
  const end = pastParens(tokens, open);
  return word(tokens, end) === 'WITH' ? pastParens(tokens, end + 1) : end;
}

const ranked = ', 0 AS [KEY], 0 AS [RANK]';
/** Columns the functions add to those of the table. */
const madeColumns: { readonly [name: string]: string | undefined } = {
  CONTAINSTABLE: ranked,
  FREETEXTTABLE: ranked,
  CHANGETABLE:
    ', 0 AS SYS_CHANGE_VERSION, 0 AS SYS_CHANGE_CREATION_VERSION, 0 AS SYS_CHANGE_OPERATION, 0 AS SYS_CHANGE_COLUMNS, 0 AS SYS_CHANGE_CONTEXT',
};

/** Full-text, change tracking and model functions read the table they name: `(SELECT * FROM t)`. */
const rowsetOfTable: Rule = {
  name: 'rowset-function',
  level: 1,
  lossy: true,
  at: [
    ...['CONTAINSTABLE', 'FREETEXTTABLE', 'CHANGETABLE', 'PREDICT', 'VECTOR_SEARCH'],
    ...['SEMANTICKEYPHRASETABLE', 'SEMANTICSIMILARITYTABLE', 'SEMANTICSIMILARITYDETAILSTABLE'],
  ],
  match(tokens, index) {
    if (word(tokens, index + 1) !== '(') return null;
    let at = index + 2;
    const function_ = word(tokens, index);
    if (function_ === 'PREDICT' || function_ === 'VECTOR_SEARCH') {
      at =
        until(tokens, at, (upper, here) => /^(?:DATA|TABLE)$/.test(upper) && word(tokens, here + 1) === '=') +
        2;
    } else if (function_ === 'CHANGETABLE') at += 1;
    const name = readName(tokens.list, at);
    const end = pastCall(tokens, index + 1);
    const [first, last] = [tokens.list[at], tokens.list[(name?.next ?? 0) - 1]];
    if (name === null || first === undefined || last === undefined || end <= name.next) return null;
    const [before] = replace(tokens, index, at).edits;
    const [after] = replace(tokens, name.next, end).edits;
    if (before === undefined || after === undefined) return null;
    const edits = [
      { ...before, end: first.start, text: `(SELECT *${madeColumns[function_] ?? ''} FROM ` },
      { ...after, start: last.end, text: ')' },
    ];
    return { edits, next: end };
  },
};

/** A server, provider or file without its quotes. */
const origin = (text: string) => text.replace(/^N?['"[]|['"\]]$/g, '');

/** The name of the rule that may give way: text of another server may be no SQL that the parser knows. */
export const REMOTE_QUERY = 'remote-query';

/**
 * What comes from outside of the database: a name of ours stands for it, `@openrowset` with the file or server that is told.
 * Always, as some of them are read as functions of the database.
 */
const externalRowset: Rule = {
  name: 'external-rowset',
  level: 0,
  lossy: true,
  at: ['OPENROWSET', 'OPENQUERY', 'OPENDATASOURCE', 'OPENXML'],
  match(tokens, index) {
    if (word(tokens, index + 1) !== '(') return null;
    const end = pastCall(tokens, index + 1);
    const source = tokens.list
      .slice(index + 2, end)
      .find(({ kind, upper }) => kind !== 'word' || upper !== 'BULK');
    const from = source === undefined ? '' : ` ${origin(source.text)}`;
    const name = `@${word(tokens, index).toLowerCase()}${from}`;
    return replace(tokens, index, end, `[${name.replaceAll(']', ']]')}]`);
  },
};

/** `OPENQUERY(server, 'query')` and `OPENROWSET('provider', '...', 'query')` are their query, of which all tables are elsewhere. */
const remoteQuery: Rule = {
  name: REMOTE_QUERY,
  level: 0,
  lossy: false,
  at: ['OPENROWSET', 'OPENQUERY'],
  match(tokens, index) {
    const end = pastParens(tokens, index + 1);
    if (end === index + 1 || /^(?:INSERT|INTO|UPDATE|DELETE|MERGE)$/.test(word(tokens, index - 1)))
      return null;
    const [server] = tokens.list.slice(index + 2, index + 3);
    const [comma, query, close] = tokens.list.slice(end - 3, end);
    if (comma?.text !== ',' || query?.kind !== 'string' || close?.text !== ')') return null;
    const isProvider = word(tokens, index) === 'OPENROWSET';
    if (server === undefined || (isProvider && server.kind !== 'string')) return null;
    const text = query.text.replace(/^N?'|'$/g, '').replaceAll("''", "'");
    const remote = /^\s*(?:SELECT|WITH)\b/i.test(text) ? remoteText(text, origin(server.text)) : null;
    // A comment at its end must not take the parenthesis.
    return remote === null ? null : replace(tokens, index, end, `(${remote}\n)`);
  },
};

/** Functions that read rows. */
export const rowsets: readonly Rule[] = [rowsetOfTable, remoteQuery, externalRowset];
