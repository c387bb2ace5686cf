import { MSSQL } from '@codemirror/lang-sql';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import type { SqlRole, SqlToken } from './sql-token';

const role = (name: SqlRole) => name;
// The highlighter needs a class that is not empty; names get no colour.
const NAME = 'name';
const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.bool, tags.null, tags.typeName], class: role('keyword') },
  { tag: tags.string, class: role('string') },
  // "double" and [bracket] quotes hold names in T-SQL.
  { tag: tags.special(tags.string), class: NAME },
  { tag: tags.standard(tags.name), class: role('function') },
  { tag: [tags.lineComment, tags.blockComment], class: role('comment') },
  { tag: [tags.number, tags.special(tags.name)], class: role('number') },
  { tag: tags.operator, class: role('operator') },
]);

/** Splits T-SQL into lines of coloured pieces. The pieces of a line joined are the line. */
export function highlightSql(source: string): SqlToken[][] {
  const text = source.replace(/\r\n?/g, '\n');
  const lines: SqlToken[][] = [[]];
  const put = (from: number, to: number, name: string) => {
    const parts = text.slice(from, to).split('\n');
    parts.forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, role: name === NAME ? null : (name as SqlRole) });
    });
  };
  let at = 0;
  highlightTree(MSSQL.language.parser.parse(text), highlighter, (from, to, name) => {
    put(at, from, NAME);
    put(from, to, name);
    at = to;
  });
  put(at, text.length, NAME);
  return lines;
}
