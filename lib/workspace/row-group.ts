/**
 * Rows of the row groups that the tables of a workspace are made of: half of what the engine makes by itself. Each thread that
 * writes rows holds one or two of them in memory, and a filter leaves out whole ones.
 */
export const ROW_GROUP_ROWS = 61_440;
