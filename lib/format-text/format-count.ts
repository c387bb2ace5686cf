const grouped = new Intl.NumberFormat('en-US');

/** A count in full: `48,112`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A count with its noun: `1 file`, `2 files`, `0 entries` when the plural is given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
