import type { Name } from '../ir/ir';
import type { Relation } from '../resolve/relation';
import type { Binder } from './binder';
import { type BoundSource, relationSource } from './bound-source';
import type { Scope } from './scope';

export type ChangeTarget = { readonly relation: Relation; readonly source: BoundSource };

/**
 * What a change changes: the source its name or alias means, or the table itself, which then is a source too. Being changed
 * is no read, so one read of it is taken back.
 */
export function findTarget(binder: Binder, name: Name, alias: string | null, scope: Scope): ChangeTarget {
  const key = (alias ?? name.parts[0])?.toLowerCase();
  const byAlias =
    name.parts.length === 1 || alias !== null
      ? scope.sources.find((it) => it.alias?.toLowerCase() === key)
      : undefined;
  const cte = name.parts.length === 1 ? scope.ctes.get(name.parts[0]?.toLowerCase() ?? '') : undefined;
  if (byAlias?.base !== undefined && byAlias.base !== null) return own(binder, byAlias.base, byAlias);
  if (cte?.base !== undefined && cte.base !== null) {
    const source = { alias: key ?? null, relation: null, made: null, ...cte.rows, base: cte.base };
    scope.sources.push(source);
    return own(binder, cte.base, source);
  }
  const relation = binder.relation(name);
  const byName = scope.sources.find((it) => it.relation?.key === relation.key);
  if (byName !== undefined) return own(binder, relation, byName);
  const source = relationSource(relation, alias ?? name.parts.at(-1) ?? null, name.at);
  scope.sources.push(source);
  return { relation, source };
}

function own(binder: Binder, relation: Relation, source: BoundSource): ChangeTarget {
  binder.frame.untouch(relation, source.at);
  return { relation, source };
}

/** The columns of the changed table behind a column of a source: of a CTE or derived table those it comes from. */
export function changedColumns({ relation, source }: ChangeTarget, column: string): string[] {
  if (source.relation !== null) return [column];
  const found = source.columns?.find(({ key }) => key === column.toLowerCase());
  const behind = (found?.flows ?? []).filter((flow) => flow.relation.key === relation.key);
  return found === undefined ? [column] : behind.map((flow) => flow.column);
}
