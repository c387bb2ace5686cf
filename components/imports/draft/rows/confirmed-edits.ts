import type { RowGiven, RowTable } from '@/lib/formats/preview/rows/row-table';
import type { FileChoice } from '@/lib/imports/row-choices';
import { type ColumnEdit, noEdits, type RowEdits } from './row-edits';

/** The decisions about a file that make it be read as another one was confirmed; columns are found by their names. */
export function confirmedEdits(
  { csv, columns = [] }: Pick<FileChoice, 'csv' | 'columns'>,
  table: RowTable,
  more: { dataset: string | null; given?: RowGiven },
): RowEdits {
  const marks = csv && {
    decimalMark: csv.decimalMark,
    thousands: csv.thousands,
    nullTexts: csv.nullTexts,
  };
  const edits = table.columns.map((column): ColumnEdit | null => {
    const known = columns.find((it) => it.name === column.name);
    if (known === undefined) return null;
    const { name: _, as, type, dateOrder, ...rules } = known;
    return {
      as,
      type,
      isConfirmed: true,
      ...(dateOrder === 'dmy' || dateOrder === 'mdy' ? { dateOrder } : {}),
      ...(Object.keys(rules).length > 0 ? { rules } : {}),
    };
  });
  return {
    ...noEdits,
    dataset: more.dataset,
    given: more.given ?? (marks && table.csv !== null ? { csv: marks } : {}),
    columns: Object.fromEntries(edits.flatMap((edit, index) => (edit === null ? [] : [[index, edit]]))),
  };
}
