import { readColumnNames } from '../split/read-column-names';
import type { NameParts, Statement } from '../statement';
import { pairParens } from '../tokens/pair-parens';
import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';
import { type TableColumn, tableColumns } from './table-columns';

/** What a statement changes of a table's shape. */
export type TableChange = {
  readonly table: NameParts;
  readonly adds: readonly TableColumn[];
  readonly drops: readonly string[];
  /** A column with its new name. */
  readonly renames: { readonly from: string; readonly to: string } | null;
  /** The table's own new name. */
  readonly renamed: string | null;
};

/** What ALTER TABLE ADD, ALTER and DROP COLUMN, RENAME and T-SQL's sp_rename change; null for all other statements. */
export function tableChange(statement: Statement): TableChange | null {
  const { kind, call, tokens } = statement;
  if (kind === 'execute' && /^sp_rename$/i.test(call?.name?.at(-1) ?? '')) return spRename(statement);
  if (kind !== 'ddl' || tokens[0]?.upper !== 'ALTER' || tokens[1]?.upper !== 'TABLE') return null;
  let at = 2;
  while (/^(?:IF|EXISTS|ONLY)$/.test(tokens[at]?.upper ?? '')) at++;
  const name = readName(tokens, at);
  if (name === null) return null;
  const change = { table: name.parts, adds: [], drops: [], renames: null, renamed: null };
  const next = tokens[name.next]?.upper;
  if (next === 'ADD') return { ...change, adds: added(statement, name.next + 1) };
  const isTyped = !/^(?:SET|DROP|TYPE|ADD)$/.test(tokens[name.next + 3]?.upper ?? '');
  if (next === 'ALTER' && tokens[name.next + 1]?.upper === 'COLUMN' && isTyped)
    return { ...change, adds: added(statement, name.next + 2) };
  if (next === 'DROP') return { ...change, drops: dropped(tokens, name.next + 1) };
  return next === 'RENAME' ? { ...change, ...renaming(tokens, name.next + 1) } : null;
}

const NOT_COLUMNS = /^(?:CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|CHECK|DEFAULT|INDEX|PERIOD|PARTITION|KEY)$/;

/** `[COLUMN] a int, b int`, or the same in parentheses. */
function added(statement: Statement, from: number): TableColumn[] {
  const { tokens } = statement;
  if (tokens[from]?.text === '(') {
    const pairs = pairParens(tokens, () => false);
    return tableColumns({ ...statement, columns: readColumnNames(tokens, pairs, from) });
  }
  const columns = items(tokens, from).flatMap((start) => {
    let at = start;
    while (/^(?:ADD|COLUMN|IF|NOT|EXISTS)$/.test(tokens[at]?.upper ?? '')) at++;
    const first = tokens[at];
    const name = NOT_COLUMNS.test(first?.upper ?? '') ? null : readName(tokens, at);
    if (first === undefined || name === null) return [];
    return [{ name: name.parts.at(-1) ?? '', range: { start: first.start, end: first.end } }];
  });
  return tableColumns({ ...statement, columns });
}

/** `COLUMN a, b`, `CONSTRAINT c, COLUMN a`, `COLUMN IF EXISTS a`. */
function dropped(tokens: readonly Token[], from: number): string[] {
  if (!/^(?:COLUMN|CONSTRAINT)$/.test(tokens[from]?.upper ?? '')) return [];
  let isColumn = true;
  return items(tokens, from).flatMap((start) => {
    let at = start;
    if (/^(?:COLUMN|DROP|CONSTRAINT|INDEX)$/.test(tokens[at]?.upper ?? ''))
      isColumn = !/^(?:CONSTRAINT|INDEX)$/.test(tokens[at]?.upper ?? '');
    while (/^(?:DROP|COLUMN|IF|EXISTS)$/.test(tokens[at]?.upper ?? '')) at++;
    return isColumn ? (readName(tokens, at)?.parts.at(-1) ?? []) : [];
  });
}

/** `COLUMN a TO b`, `TO t`. */
function renaming(tokens: readonly Token[], from: number): Pick<TableChange, 'renames' | 'renamed'> | null {
  const named = (at: number) => readName(tokens, at)?.parts.at(-1) ?? null;
  if (tokens[from]?.upper === 'TO') return { renames: null, renamed: named(from + 1) };
  const start = tokens[from]?.upper === 'COLUMN' ? from + 1 : from;
  const [old, name] = [named(start), tokens[start + 1]?.upper === 'TO' ? named(start + 2) : null];
  return { renames: old === null || name === null ? null : { from: old, to: name }, renamed: null };
}

/** `EXEC sp_rename 'dbo.t.a', 'b', 'COLUMN'` and `EXEC sp_rename 'dbo.t', 'u'`. */
function spRename({ call, source }: Statement): TableChange | null {
  const [what, to, type] = (call?.arguments ?? []).map(({ range }) =>
    source.slice(range.start, range.end).replace(/^N?'|'$/g, ''),
  );
  const parts = (what ?? '').split('.').map((part) => part.replace(/^\[|\]$/g, ''));
  if (to === undefined || parts.length < 1 || /^@/.test(what ?? '@')) return null;
  const change = { adds: [], drops: [], renames: null, renamed: null };
  if (type === undefined || /^OBJECT$/i.test(type)) return { ...change, table: parts, renamed: to };
  const from = parts.at(-1) ?? '';
  return /^COLUMN$/i.test(type) ? { ...change, table: parts.slice(0, -1), renames: { from, to } } : null;
}

/** Where each item of a list begins whose first one begins at `from`; commas in parentheses part nothing. */
function items(tokens: readonly Token[], from: number): number[] {
  const starts = [from];
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') depth++;
    else if (tokens[at]?.text === ')') depth--;
    else if (depth === 0 && tokens[at]?.text === ',') starts.push(at + 1);
  }
  return starts;
}
