import type { RowRecord } from './row-table';

/** Whether each record begins in a line of its own; those of a JSON array may all stand in one. */
export function linesTellApart(records: readonly RowRecord[]): boolean {
  return records.every(({ line }, index) => line !== null && line !== records[index - 1]?.line);
}
