import type { Assignment } from '../ir/ir';
import { assignVariable } from './assign-variable';
import type { Binder } from './binder';
import { type ChangeTarget, changedColumns } from './find-target';
import type { Scope } from './scope';

/** SET: each value goes into its column of the target, of another source (MySQL), or into a variable. */
export function bindAssignments(
  binder: Binder,
  set: readonly Assignment[],
  target: ChangeTarget,
  scope: Scope,
): void {
  for (const { column, value } of set) {
    const flows = binder.flows(value, scope);
    const [first = '', ...rest] = column.parts;
    if (first.startsWith('@')) {
      assignVariable(binder, first, flows);
      continue;
    }
    const other =
      rest.length === 0
        ? undefined
        : scope.sources.find((it) => it.alias?.toLowerCase() === first.toLowerCase());
    const changed =
      other?.base != null && other !== target.source ? { relation: other.base, source: other } : target;
    if (changed !== target) {
      binder.frame.untouch(changed.relation, changed.source.at);
      binder.frame.touch('writes', changed.relation, changed.source.at);
    }
    for (const name of changedColumns(changed, columnName(column.parts, changed, other !== undefined))) {
      for (const flow of flows) binder.frame.link(flow, changed.relation, name);
    }
  }
}

/** A dot may part alias and column, belong to a quoted name, or lead to a field of the column. */
function columnName(parts: readonly string[], { relation }: ChangeTarget, qualified: boolean): string {
  const [first = ''] = parts;
  const has = (name: string) =>
    relation.columns?.some((it) => it.toLowerCase() === name.toLowerCase()) === true;
  if (qualified || parts.length === 1) return parts.at(-1) ?? first;
  if (has(parts.join('.'))) return parts.join('.');
  return has(first) ? first : (parts.at(-1) ?? first);
}
