import type { Name } from '../ir/ir';
import type { Binder } from './binder';
import type { BoundSource } from './bound-source';
import { enteredAt, type Flow, namedAt } from './flow';
import type { Frame } from './frame';
import type { Scope } from './scope';

/** What a column reference comes from, looked for from the inner scope to the outer ones. What is not found is reported. */
export function resolveColumn(name: Name, scope: Scope, binder: Binder): readonly Flow[] {
  const { frame } = binder;
  const flows =
    fieldOf(name, scope, binder) ??
    variableOf(name, scope, binder) ??
    findColumn(name, scope, frame) ??
    binder.plainVariable(name);
  if (flows !== null) return namedAt(flows, name.at);
  // A quoted word that is no column may be a text where quoted names are switched off.
  const text = name.parts.length === 1 && name.quoted?.[0] === true && /[^\w$#]/.test(name.parts[0] ?? '');
  if (!text) frame.report('unresolved-name', `No source has a column ${name.parts.join('.')}.`, name);
  return [];
}

/** `r.c` where r is no source: a field of a record rather than of a column. */
function fieldOf(name: Name, scope: Scope, binder: Binder): readonly Flow[] | null {
  const [first = '', ...more] = name.parts;
  return more.length === 1 && findSource([first], scope) === null ? binder.recordField(name) : null;
}

/** A declared variable, unless a source is known to have a column of this name. */
function variableOf(name: Name, scope: Scope, binder: Binder): readonly Flow[] | null {
  const [only = '', ...more] = name.parts;
  if (more.length > 0 || !binder.isVariable(only)) return null;
  const key = only.toLowerCase();
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    if (at.sources.some(({ columns }) => columns?.some((it) => it.key === key))) return null;
  }
  return binder.plainVariable(name);
}

/** As `resolveColumn`; null when no source in sight can have the column. */
export function findColumn(name: Name, scope: Scope, frame: Frame): readonly Flow[] | null {
  const { parts } = name;
  const [first = '', second] = parts;
  if (second === undefined) return unqualified(first, scope, frame);
  const source = findSource(parts.slice(0, -1), scope);
  if (source !== null)
    return columnOf(source.source, parts[source.used] ?? '') ?? missing(source.source, name, frame);
  return unqualified(first, scope, null);
}

/** The source that `alias`, `table` or `schema.table` in front of a column means, and how many parts say so. */
export function findSource(
  qualifier: readonly string[],
  scope: Scope | null,
): { readonly source: BoundSource; readonly used: number } | null {
  const keys = qualifier.map((part) => part.toLowerCase());
  for (let at = scope; at !== null; at = at.outer) {
    const byAlias = at.sources.find(({ alias }) => alias?.toLowerCase() === keys[0]);
    if (byAlias !== undefined) return { source: byAlias, used: 1 };
    for (let used = keys.length; used > 0; used--) {
      const wanted = keys.slice(0, used);
      const byName = at.sources.find(({ relation }) => relation !== null && endsWith(relation, wanted));
      if (byName !== undefined) return { source: byName, used };
    }
  }
  return null;
}

function endsWith(relation: NonNullable<BoundSource['relation']>, wanted: readonly string[]): boolean {
  const { server, database, schema, name } = relation;
  const whole = [server, database, schema, name].map((part) => part?.toLowerCase() ?? null);
  return whole.slice(whole.length - wanted.length).every((part, at) => part === wanted[at]);
}

/** What a column of a source comes from; null when the source cannot have it. */
export function columnOf(source: BoundSource, column: string): readonly Flow[] | null {
  const flows = flowsOf(source, column);
  return flows === null ? null : enteredAt(flows, source.at);
}

function flowsOf(source: BoundSource, column: string): readonly Flow[] | null {
  const key = column.toLowerCase();
  const known = source.columns?.find((it) => it.key === key);
  if (known !== undefined) return known.flows;
  const [open, ...more] = source.open;
  if (open !== undefined && more.length === 0) return [{ relation: open, column, kind: 'direct' }];
  if (open !== undefined) return null;
  if (source.columns !== null) return null;
  if (source.made !== null) return source.made;
  return source.relation === null ? [] : [{ relation: source.relation, column, kind: 'direct' }];
}

function missing(source: BoundSource, name: Name, frame: Frame): readonly Flow[] {
  if (source.open.length > 1) {
    frame.report(
      'ambiguous-column',
      `${name.parts.join('.')} passes a * of several objects whose columns are unknown.`,
      name,
    );
  } else {
    frame.report('unresolved-name', `${name.parts[0] ?? ''} has no column ${name.parts.at(-1) ?? ''}.`, name);
  }
  return [];
}

function unqualified(column: string, scope: Scope, frame: Frame | null): readonly Flow[] | null {
  const key = column.toLowerCase();
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const known = at.sources.find(({ columns }) => columns?.some((it) => it.key === key));
    if (known !== undefined) return columnOf(known, column);
    const open = at.sources.filter(({ columns, open: passing }) => columns === null || passing.length > 0);
    const alias = at.aliases.get(key) ?? wholeRow(at.sources.find((it) => it.alias?.toLowerCase() === key));
    if (alias !== undefined && alias !== null) return alias;
    const [only, ...more] = open;
    if (only !== undefined && more.length === 0) return columnOf(only, column) ?? [];
    if (only !== undefined) {
      const names = open.map(({ alias: it, relation }) => it ?? relation?.name ?? '?');
      frame?.report(
        'ambiguous-column',
        `${column} may be a column of ${names.join(' or ')}, whose columns are unknown.`,
        {
          parts: [column],
        },
      );
      return [];
    }
  }
  return null;
}

/** The alias of a source as a value: the item of an array, or a whole row. */
function wholeRow(source: BoundSource | undefined): readonly Flow[] | null {
  if (source === undefined) return null;
  if (source.made !== null) return source.made;
  // With unknown columns it is rather one of them.
  if (source.relation === null || source.columns === null) return null;
  return [{ relation: source.relation, column: '*', kind: 'expression' }];
}
