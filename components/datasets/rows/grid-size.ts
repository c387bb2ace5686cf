/** Sizes of the grid in pixels. */
export const ROW_HEIGHT = 28;
export const HEAD_HEIGHT = 48;
/** With the profile of each column. */
export const PROFILE_HEIGHT = 112;
export const COLUMN_WIDTH = 138;
/** File, line and import of a row. */
export const ORIGIN_WIDTH = 322;
