/** What a file of rejects says of each record after its own columns: the import, the place, and why. */
export const REASON_COLUMNS = [
  '_import',
  '_file',
  '_record',
  '_line',
  '_column',
  '_code',
  '_reason',
] as const;

const NONE: ReadonlySet<number> = new Set();

/** 0-based positions of the reason columns; empty unless all of them are there, so that no other file loses a column. */
export function reasonPositions(header: readonly string[]): ReadonlySet<number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const found = REASON_COLUMNS.map((name) => names.lastIndexOf(name));
  return found.includes(-1) ? NONE : new Set(found);
}
