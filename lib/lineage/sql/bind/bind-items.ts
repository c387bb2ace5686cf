import type { SelectItem } from '../ir/ir';
import type { Relation } from '../resolve/relation';
import { assignVariable } from './assign-variable';
import type { Binder } from './binder';
import { type BoundColumn, type BoundSource, boundColumn, type Rows } from './bound-source';
import { enteredAt } from './flow';
import { findSource } from './resolve-column';
import type { Scope } from './scope';

/** The columns of a select list. Stars are expanded where columns are known; else they stay open. */
export function bindItems(binder: Binder, items: readonly SelectItem[], scope: Scope): Rows {
  const columns: BoundColumn[] = [];
  const open: Relation[] = [];
  for (const item of items) {
    if (item.kind === 'star') {
      for (const source of starSources(item, scope)) {
        columns.push(...starColumns(binder, item, source, scope));
        open.push(...openOf(binder, source));
      }
      continue;
    }
    const flows = binder.flows(item.value, scope);
    if (item.variable !== null) {
      assignVariable(binder, item.variable, flows);
      continue;
    }
    columns.push(boundColumn(item.name, flows));
    if (item.name !== null && !scope.aliases.has(item.name.toLowerCase())) {
      scope.aliases.set(item.name.toLowerCase(), flows);
    }
  }
  return { columns, open };
}

type Star = Extract<SelectItem, { kind: 'star' }>;

function starSources(star: Star, scope: Scope): readonly BoundSource[] {
  if (star.qualifier === null) return scope.sources;
  const found = findSource(star.qualifier.parts, scope);
  return found === null ? [] : [found.source];
}

function starColumns(binder: Binder, star: Star, source: BoundSource, scope: Scope): BoundColumn[] {
  const without = new Set(star.except.map((it) => it.toLowerCase()));
  const renamed = new Map(star.rename.map(({ from, to }) => [from.toLowerCase(), to]));
  const replaced = new Map(star.replace.map(({ name, value }) => [name.toLowerCase(), value]));
  return (source.columns ?? []).flatMap((column) => {
    if (without.has(column.key)) return [];
    const value = replaced.get(column.key);
    const flows = value === undefined ? enteredAt(column.flows, source.at) : binder.flows(value, scope);
    return [boundColumn(renamed.get(column.key) ?? column.name, flows)];
  });
}

function openOf(binder: Binder, source: BoundSource): readonly Relation[] {
  if (source.columns !== null || source.relation === null) return source.open;
  const { relation } = source;
  if (relation.kind !== 'system') {
    binder.frame.report('star-without-schema', `* of ${source.relation.name}, whose columns are not known.`, {
      parts: [relation.name],
    });
  }
  return [...source.open, relation];
}
