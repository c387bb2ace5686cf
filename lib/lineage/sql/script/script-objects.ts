import type { SqlDialect } from '../dialect';
import { defaultSchema, isSystemName } from '../resolve/dialect-names';
import { scanTables } from '../scan/scan-tables';
import type { Range } from '../span';
import { isTemporary } from '../split/is-temporary';
import { splitText } from '../split/split-text';
import type { SqlObjectType } from '../sql-object';
import type { NameParts, Statement } from '../statement';
import type { Token } from '../tokens/token';
import { changedColumns } from './changed-table';
import { placedNames } from './placed-names';
import { type TableChange, tableChange } from './table-change';
import { type TableColumn, tableColumns } from './table-columns';

/** What a script defines, or the script itself: its statements outside of any definition. */
export type ScriptObject = {
  readonly type: SqlObjectType | 'table';
  /** Empty for the script itself, which is known by its file. With the database and schema that the script has gone to, where it names none. */
  readonly name: NameParts;
  /** Where it stands in the script, with the comments right before it. */
  readonly range: Range;
  /** Its definition. Of the script itself: all of it with what it defines blanked out, so that lines stay as they are. */
  readonly text: string;
  /** Of a table. */
  readonly columns: readonly TableColumn[];
};

export type Script = {
  /** In their order; the script itself last, and only when its own statements touch anything. */
  readonly objects: readonly ScriptObject[];
  /** Statements outside of definitions that touch anything. */
  readonly statements: number;
  /** A string, quoted name or comment without an end. */
  readonly unclosed: Range | null;
};

/**
 * The objects of a script: views, procedures, functions, triggers and tables that it creates or alters, each with its text, and
 * the script itself. Needs no parser. Never throws.
 */
export function scriptObjects(text: string, dialect: SqlDialect, database: string | null = null): Script {
  const { statements, objects, tokens, unclosed } = splitText(text, dialect);
  const placed = placedNames(statements, dialect, database);
  const start = commentStart(text, tokens);
  const found: ScriptObject[] = objects.map(({ header, range }) => {
    const whole = { start: start(range.start), end: range.end };
    const name = placed(header.name, range.start);
    return { type: header.type, name, range: whole, text: cut(text, whole), columns: [] };
  });
  const outside = outsideOf(
    statements,
    objects.map(({ range }) => range),
  );
  for (const statement of outside) {
    const { kind, target, range } = statement;
    const change = tableChange(statement);
    if (change !== null) applyChange(found, placed(change.table, range.start), change, dialect);
    if (kind !== 'create-table' || target === null || isTemporary(statement)) continue;
    const whole = { start: start(range.start), end: range.end };
    const columns = tableColumns(statement);
    const name = placed(target.name, range.start);
    found.push({ type: 'table', name, range: whole, text: cut(text, whole), columns });
  }
  found.sort((one, other) => one.range.start - other.range.start);
  const touching = outside.filter((statement) => touches(statement, dialect)).length;
  if (touching > 0) found.push(scriptItself(text, found));
  return { objects: found, statements: touching, unclosed };
}

/** Changes the table of the script that a change means, when it is one of its own. */
function applyChange(found: ScriptObject[], name: NameParts, change: TableChange, dialect: SqlDialect): void {
  const whole = ([last = '', schema = '', database = '']: NameParts) =>
    [database, schema || (defaultSchema(dialect) ?? ''), last].join('\u0000').toLowerCase();
  const wanted = whole(name.toReversed());
  const at = found.findLastIndex((it) => it.type === 'table' && whole(it.name.toReversed()) === wanted);
  const table = found[at];
  if (table === undefined) return;
  const renamed = change.renamed === null ? table.name : [...table.name.slice(0, -1), change.renamed];
  found[at] = { ...table, name: renamed, columns: changedColumns(table.columns, change) };
}

const cut = (text: string, { start, end }: Range) => text.slice(start, end);

/** Statements that stand in none of the ranges, which follow each other. */
function outsideOf(statements: readonly Statement[], ranges: readonly Range[]): Statement[] {
  let at = 0;
  return statements.filter(({ range: { start } }) => {
    while ((ranges[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    return start < (ranges[at]?.start ?? Number.POSITIVE_INFINITY);
  });
}

function scriptItself(text: string, objects: readonly ScriptObject[]): ScriptObject {
  const parts: string[] = [];
  let end = 0;
  for (const { type, range } of objects) {
    // Tables are made by the script's own statements.
    if (type === 'table') continue;
    parts.push(text.slice(end, range.start), cut(text, range).replace(/[^\r\n]/g, ' '));
    end = range.end;
  }
  const rest = parts.join('') + text.slice(end);
  return { type: 'script', name: [], range: { start: 0, end: text.length }, text: rest, columns: [] };
}

/** Where the comments begin that stand right before an offset, in lines of their own. */
function commentStart(text: string, tokens: readonly Token[]): (offset: number) => number {
  const ends = new Map(tokens.map(({ start }, index) => [start, tokens[index - 1]?.end ?? -1]));
  return (offset) => {
    const end = ends.get(offset) ?? offset;
    const line = end === -1 ? 0 : text.indexOf('\n', end) + 1;
    if (line > offset || (end !== -1 && line === 0)) return offset;
    return line + (/\S/.exec(text.slice(line, offset))?.index ?? offset - line);
  };
}

/** Does a statement read, change or call anything that is not the database's own, or may it? */
function touches(statement: Statement, dialect: SqlDialect): boolean {
  const { kind, of, call, source } = statement;
  if (kind === 'unknown') return true;
  if (kind === 'other' || kind === 'ddl' || kind === 'create-synonym' || kind === 'declare-table')
    return false;
  if (kind === 'create-table') return of !== null;
  if (call?.dynamicText) return !MAKES_OBJECT.test(cut(source, call.dynamicText));
  const { reads, writes, calls } = scanTables(statement);
  return [...reads, ...writes, ...calls].some(({ name }) => {
    const [last = '', schema = ''] = name.toReversed();
    return !isSystemName(schema || null, last, dialect);
  });
}

/** Scripts make an empty procedure first, so that they can alter it. */
const MAKES_OBJECT = /^\(?\s*N?'\s*(?:CREATE|ALTER|DROP)\b/i;
