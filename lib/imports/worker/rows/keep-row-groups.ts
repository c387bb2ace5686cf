import { ROW_GROUP_ROWS } from '@/lib/workspace/row-group';

const ALMOST_FULL = 0.9;
/** The engine looks at a few neighbours at a time: between small row groups, so many full ones keep it from putting them together. */
const FULL_BETWEEN = 3;

/** Bytes, uncompressed: who publishes a file reads two of its row groups at a time. */
const ROW_BYTES_MAX = 256;
const GROUP_BYTES_MAX = 128 * 1024 * 1024;
/** These make one page of all values of a column in a row group, which is read as a whole; others make pages of about a mebibyte. */
const ONE_PAGE = /^DuckDB\b/;
const ONE_PAGE_ROWS_MAX = 2 * ROW_GROUP_ROWS;

/**
 * True when the rows of a Parquet file can go into a table as its row groups have them: without much memory, and without small row groups
 * in the table, which the next checkpoint would merge by writing all of it anew. `groups`: rows of each row group; `createdBy` as its footer
 * says, if it does.
 */
export function keepRowGroups(
  groups: readonly number[],
  recordBytes: number,
  createdBy: string | undefined,
): boolean {
  if (recordBytes > ROW_BYTES_MAX) return false;
  const isOnePage = createdBy === undefined || ONE_PAGE.test(createdBy);
  if (isOnePage && groups.some((rows) => rows > ONE_PAGE_ROWS_MAX)) return false;
  if (groups.some((rows) => rows * recordBytes > GROUP_BYTES_MAX)) return false;
  return groups.slice(0, -1).every((rows) => {
    if (rows < ROW_GROUP_ROWS) return rows >= ROW_GROUP_ROWS * ALMOST_FULL;
    const rest = rows % ROW_GROUP_ROWS;
    return rest === 0 || rest > ROW_GROUP_ROWS / 2 || rows >= ROW_GROUP_ROWS * FULL_BETWEEN;
  });
}
