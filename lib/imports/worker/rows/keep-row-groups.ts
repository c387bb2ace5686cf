/** Rows of the row groups that tables of the engine are made of. */
const FULL = 122_880;
const ALMOST_FULL = 0.9;
/** Between small row groups, so many full ones keep the engine from putting them together. */
const FULL_BETWEEN = 3;

/** Bytes, uncompressed: who publishes a file reads two of its row groups at a time, and some writers make one page of a column. */
const ROW_BYTES_MAX = 256;
const GROUP_BYTES_MAX = 128 * 1024 * 1024;

/**
 * True when the rows of a Parquet file can go into a table as its row groups have them: without much memory, and without small row groups
 * in the table, which the next checkpoint would merge by writing all of it anew. `groups`: rows of each row group.
 */
export function keepRowGroups(groups: readonly number[], recordBytes: number): boolean {
  if (recordBytes > ROW_BYTES_MAX) return false;
  if (groups.some((rows) => rows * recordBytes > GROUP_BYTES_MAX)) return false;
  return groups.slice(0, -1).every((rows) => {
    const rest = rows % FULL;
    return rest === 0 || rest >= FULL * ALMOST_FULL || rows >= FULL * FULL_BETWEEN;
  });
}
