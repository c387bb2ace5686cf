import { readCell } from '@/lib/formats/preview/rows/read-cell';

/** How many of the cells cannot be read like this, and why; null when all can. */
export function badCells(
  cells: readonly (string | null)[],
  rule: Parameters<typeof readCell>[1],
  marks: Parameters<typeof readCell>[2],
): { count: number; reason: string } | null {
  let count = 0;
  let reason = '';
  for (const cell of cells) {
    const read = readCell(cell, rule, marks);
    if (read.kind !== 'bad') continue;
    count += 1;
    reason ||= read.reason;
  }
  return count === 0 ? null : { count, reason };
}
