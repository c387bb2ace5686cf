import type { Merge, MergeAction } from '../ir/ir';
import { bindAssignments } from './bind-assignments';
import { bindOutput } from './bind-output';
import type { Binder, BoundRows } from './binder';
import type { BoundSource } from './bound-source';
import type { ChangeTarget } from './find-target';
import { columnOf } from './resolve-column';
import type { Scope } from './scope';

const noRows: BoundRows = { columns: [], open: [], base: null };

/** MERGE: updates see both sides, inserts only the source; what decides which rows match influences the target. */
export function bindMerge(binder: Binder, merge: Merge, scope: Scope): BoundRows {
  const own = binder.sources(merge.target, scope);
  const using = binder.sources(merge.using, scope);
  const [source] = own;
  if (source?.base == null) return noRows;
  binder.frame.untouch(source.base, source.at);
  const target = { relation: source.base, source };
  const both: Scope = { ...scope, sources: [...own, ...using] };
  if (merge.on !== null) binder.frame.influence(binder.flows(merge.on, both), 'join');
  for (const { condition, action } of merge.whens) {
    if (condition !== null) binder.frame.influence(binder.flows(condition, both), 'filter');
    bindAction(binder, action, target, using, scope);
  }
  binder.frame.linkInfluences(target.relation);
  return bindOutput(binder, merge.output, target, both);
}

function bindAction(
  binder: Binder,
  action: MergeAction,
  target: ChangeTarget,
  using: BoundSource[],
  scope: Scope,
): void {
  const access = action.kind === 'delete' ? 'deletes' : 'writes';
  binder.frame.touch(access, target.relation, target.source.at);
  if (action.kind === 'update') {
    bindAssignments(binder, action.set, target, { ...scope, sources: [target.source, ...using] });
  } else if (action.kind === 'insert') {
    const columns = action.columns.length > 0 ? action.columns : (target.relation.columns ?? []);
    action.values.forEach((value, at) => {
      const flows = binder.flows(value, { ...scope, sources: using });
      const column = columns[at];
      if (column === undefined) return;
      for (const flow of flows) binder.frame.link(flow, target.relation, column);
    });
  } else if (action.kind === 'all-columns') linkSameNames(binder, target, using);
}

/** `UPDATE SET *` and `INSERT *`: columns of the same name, known from either side. */
function linkSameNames(binder: Binder, { relation }: ChangeTarget, using: readonly BoundSource[]): void {
  for (const source of using) {
    const names = relation.columns ?? source.columns?.flatMap(({ name }) => name ?? []) ?? ['*'];
    for (const name of names) {
      for (const flow of columnOf(source, name) ?? []) binder.frame.link(flow, relation, name);
    }
  }
}
