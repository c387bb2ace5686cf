import type { compareRows } from '@/lib/datasets/contract';
import type { EndpointResponse } from '@/lib/http/endpoint';

export type Comparison = EndpointResponse<typeof compareRows>;
export type Difference = Comparison['items'][number];
export type ComparedColumn = Comparison['columns'][number];

/** The key and the columns that changed in some row; all where none did, because then whole rows came or went. */
export function columnsToShow(
  columns: readonly ComparedColumn[],
  isOnlyChanged: boolean,
): readonly ComparedColumn[] {
  const changed = columns.filter((column) => column.isKey || column.changed > 0);
  return isOnlyChanged && columns.some((column) => column.changed > 0) ? changed : columns;
}
