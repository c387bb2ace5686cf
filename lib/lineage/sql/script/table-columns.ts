import type { Statement } from '../statement';
import { unquote } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/** A column as CREATE TABLE tells it. `type` is empty where none is written: a computed column. */
export type TableColumn = { readonly name: string; readonly type: string; readonly nullable: boolean };

const AFTER_TYPE = new Set([
  ...[
    'NOT',
    'NULL',
    'PRIMARY',
    'UNIQUE',
    'DEFAULT',
    'CONSTRAINT',
    'IDENTITY',
    'REFERENCES',
    'CHECK',
    'COLLATE',
  ],
  ...[
    'GENERATED',
    'AS',
    'SPARSE',
    'ROWGUIDCOL',
    'MASKED',
    'ENCODE',
    'ENCRYPTED',
    'COMMENT',
    'AUTO_INCREMENT',
    'ON',
  ],
  ...[
    'HIDDEN',
    'INDEX',
    'PERSISTED',
    'AUTOINCREMENT',
    'OPTIONS',
    'DISTKEY',
    'SORTKEY',
    'CHARSET',
    'INVISIBLE',
    'FILESTREAM',
  ],
]);

/** The columns of a CREATE TABLE with their types and whether they may be null. */
export function tableColumns({ columns, tokens, source }: Statement): TableColumn[] {
  return columns.map(({ name, range }) => {
    const own = ownTokens(tokens, tokens.findIndex(({ start }) => start === range.start) + 1);
    const end = own.findIndex(({ kind, upper }) => kind === 'word' && AFTER_TYPE.has(upper));
    const words = own.map(({ upper }) => upper).join(' ');
    return {
      name,
      type: typeText(end === -1 ? own : own.slice(0, end), source),
      nullable: !/\bNOT NULL\b|\bPRIMARY KEY\b/.test(words),
    };
  });
}

/** The tokens of one column after its name: up to the comma or the parenthesis that ends it. */
function ownTokens(tokens: readonly Token[], from: number): Token[] {
  const own: Token[] = [];
  let depth = 0;
  for (const token of tokens.slice(from)) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth < 0 || (depth === 0 && token.text === ',')) break;
    own.push(token);
  }
  return own;
}

/** As written, without quotes and with single blanks. */
function typeText(tokens: readonly Token[], source: string): string {
  let text = '';
  let last = -1;
  for (const token of tokens) {
    const gap = last !== -1 && token.start > last && /\w$/.test(text) && token.text !== '(' ? ' ' : '';
    text += gap + (token.kind === 'quoted' ? unquote(token) : source.slice(token.start, token.end));
    last = token.end;
  }
  return text;
}
