import type { ColumnChoice } from '@/lib/imports/row-choices';
import type { RowFile } from './row-file';

/** What was confirmed about a column of a file, if anything. */
export function chosenColumn(it: RowFile, index: number): ColumnChoice | undefined {
  const name = it.columns[index]?.name;
  return it.choice?.columns?.find((column) => column.name === name);
}
