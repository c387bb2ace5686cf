import type { Output } from '../ir/ir';
import { bindItems } from './bind-items';
import type { Binder, BoundRows } from './binder';
import type { Rows } from './bound-source';
import type { ChangeTarget } from './find-target';
import type { Scope } from './scope';
import { writeRows } from './write-rows';

const noRows: BoundRows = { columns: [], open: [], base: null };

/** OUTPUT and RETURNING: the rows of the target, before or after, go into a table or to the caller. */
export function bindOutput(
  binder: Binder,
  output: Output | null,
  target: ChangeTarget,
  scope: Scope,
): BoundRows {
  if (output === null) return noRows;
  const changed = ['inserted', 'deleted', 'new', 'old', 'excluded'].map((alias) => ({
    ...target.source,
    alias,
  }));
  const others = scope.sources.filter((it) => it !== target.source);
  const rows: Rows = bindItems(binder, output.items, {
    ...scope,
    sources: [target.source, ...changed, ...others],
    aliases: new Map(),
  });
  if (output.into === null) return { ...rows, base: target.relation };
  writeRows(binder, { ...output.into, makes: false, temporary: false }, rows);
  return noRows;
}
