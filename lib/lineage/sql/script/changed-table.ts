import type { TableChange } from './table-change';
import type { TableColumn } from './table-columns';

/** The columns of a table after a change: one that is added again gets its new type. */
export function changedColumns(columns: readonly TableColumn[], change: TableChange): TableColumn[] {
  const { adds, drops, renames } = change;
  const is = (name: string) => (other: { readonly name: string }) =>
    other.name.toLowerCase() === name.toLowerCase();
  const kept = columns
    .filter(({ name }) => !drops.some((it) => is(name)({ name: it })))
    .map((column) => adds.find(is(column.name)) ?? column)
    .map((column) =>
      renames !== null && is(renames.from)(column) ? { ...column, name: renames.to } : column,
    );
  return [...kept, ...adds.filter(({ name }) => !kept.some(is(name)))];
}
