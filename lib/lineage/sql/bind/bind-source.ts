import type { Join, Source } from '../ir/ir';
import { bindPivot, bindUnpivot } from './bind-pivot';
import type { Binder } from './binder';
import { type BoundSource, boundColumn, relationSource, renameColumns } from './bound-source';
import { raise } from './flow';
import { columnOf } from './resolve-column';
import type { Scope } from './scope';

/** A source of a FROM clause as what column names may refer to; joins in parentheses give several. */
export function bindSource(binder: Binder, source: Source, scope: Scope): BoundSource[] {
  switch (source.kind) {
    case 'table':
      return [renamed(tableSource(binder, source, scope), source)];
    case 'query': {
      const rows = binder.query(source.query, scope);
      return [renamed({ ...rows, alias: null, relation: null, made: null }, source)];
    }
    case 'function':
      return [renamed(functionSource(binder, source, scope), source)];
    case 'joined': {
      const inner = { ...scope, sources: source.sources.flatMap((it) => binder.sources(it, scope)) };
      bindJoins(binder, source.joins, inner);
      return source.alias === null ? inner.sources : [renamed(together(inner.sources), source)];
    }
    case 'pivot':
      return [bindPivot(binder, source, together(binder.sources(source.source, scope)), scope)];
    case 'unpivot':
      return [bindUnpivot(binder, source, together(binder.sources(source.source, scope)), scope)];
    case 'made': {
      const made = raise(
        source.parts.flatMap((it) => binder.flows(it, scope)),
        'expression',
      );
      return [renamed({ alias: null, relation: null, columns: null, open: [], made, base: null }, source)];
    }
  }
}

/** Each join sees the sources before it; what its condition is made of influences the target. */
export function bindJoins(binder: Binder, joins: readonly Join[], scope: Scope): void {
  for (const { source, on, using } of joins) {
    const before = [...scope.sources];
    scope.sources.push(...binder.sources(source, scope));
    if (on !== null) binder.frame.influence(binder.flows(on, scope), 'join');
    for (const column of using) {
      const sides = scope.sources.filter(
        (it) => it.columns === null || it.columns.some(({ key }) => key === column.toLowerCase()),
      );
      const left = sides.find((it) => before.includes(it));
      for (const side of sides.filter((it) => it === left || !before.includes(it))) {
        binder.frame.influence(columnOf(side, column) ?? [], 'join');
      }
    }
  }
}

function tableSource(
  binder: Binder,
  { name, at }: Extract<Source, { kind: 'table' }>,
  scope: Scope,
): BoundSource {
  const cte = name.parts.length === 1 ? scope.ctes.get(name.parts[0]?.toLowerCase() ?? '') : undefined;
  if (cte !== undefined) {
    return { alias: name.parts[0] ?? null, relation: null, made: null, ...cte.rows, base: cte.base };
  }
  const field = arrayOf(binder, name.parts, scope);
  if (field !== null) return field;
  const relation = binder.relation(name);
  binder.frame.touch('reads', relation, at);
  return relationSource(relation, name.parts.at(-1) ?? null, at);
}

/** BigQuery: `FROM t, t.items` reads an array of a row before it. */
function arrayOf(binder: Binder, parts: readonly string[], scope: Scope): BoundSource | null {
  if (binder.home.dialect !== 'bigquery' || parts.length < 2) return null;
  const source = scope.sources.find(({ alias }) => alias?.toLowerCase() === parts[0]?.toLowerCase());
  if (source === undefined) return null;
  const made = raise(columnOf(source, parts[1] ?? '') ?? [], 'expression');
  return { alias: parts.at(-1) ?? null, relation: null, columns: null, open: [], made, base: null };
}

function functionSource(
  binder: Binder,
  source: Extract<Source, { kind: 'function' }>,
  scope: Scope,
): BoundSource {
  const made = raise(
    source.parts.flatMap((it) => binder.flows(it, scope)),
    'expression',
  );
  const callee = binder.callee(source.name);
  const alias = source.name.parts.at(-1) ?? null;
  if (callee === null) {
    const columns = source.declared.length === 0 ? null : source.declared.map((it) => boundColumn(it, made));
    return { alias, relation: null, columns, open: [], made, base: null };
  }
  binder.frame.touch('reads', callee, source.at);
  return { ...relationSource(callee, alias, source.at), base: null };
}

/** Alias and column names in place of the source's own. */
export function renamed(
  source: BoundSource,
  { alias, columns }: { alias: string | null; columns: readonly string[] },
): BoundSource {
  const named = { ...source, alias: alias ?? source.alias };
  if (columns.length === 0) return named;
  if (source.columns !== null) return { ...named, columns: renameColumns(source.columns, columns) };
  return { ...named, columns: columns.map((it) => boundColumn(it, columnOf(source, it) ?? [])) };
}

/** Several sources as one. */
function together(sources: readonly BoundSource[]): BoundSource {
  const [first] = sources;
  if (first !== undefined && sources.length === 1) return first;
  const known = sources.every(({ columns }) => columns !== null);
  return {
    alias: null,
    relation: null,
    columns: known ? sources.flatMap(({ columns }) => columns ?? []) : null,
    open: sources.flatMap(({ open, columns, relation }) => [
      ...open,
      ...(columns === null && relation !== null ? [relation] : []),
    ]),
    made: null,
    base: first?.base ?? null,
  };
}
