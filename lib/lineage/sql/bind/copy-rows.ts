import type { Name } from '../ir/ir';
import type { Binder } from './binder';
import { relationColumns } from './bound-source';
import { writeRows } from './write-rows';

/** All rows of `from` go into another table, column by column as they stand; `makes`: the other is made like it. */
export function copyRows(
  binder: Binder,
  from: Name,
  to: { readonly name: Name; readonly makes: boolean; readonly temporary: boolean },
): void {
  const relation = binder.relation(from);
  binder.frame.touch('reads', relation, from.at);
  const columns = relationColumns(relation);
  writeRows(
    binder,
    { ...to, columns: [] },
    { columns: columns ?? [], open: columns === null ? [relation] : [] },
  );
}
