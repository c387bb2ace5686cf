/** Browsers stop at about 33 million pixels; beyond this height the bar moves by share instead of by row. */
const HEIGHT_MAX = 12_000_000;

export type GridWindow = {
  /** Height of all rows as the scroll bar sees it. */
  height: number;
  /** Rows to draw, 0-based; `last` is one after. */
  first: number;
  last: number;
  /** Rows that are seen as a whole, counted from 1; both 0 when there are none. */
  seen: { from: number; to: number };
  /** Where a row is drawn, in pixels from the top of all rows. */
  topOf: (row: number) => number;
  /** Where to scroll so that a row is the first that is seen. */
  scrollTo: (row: number) => number;
};

const OVERSCAN = 6;

/** Which of millions of rows are seen at a place of the scroll bar, and where to draw them. All in pixels and 0-based rows. */
export function gridWindow(rows: number, rowHeight: number, viewport: number, scrollTop: number): GridWindow {
  const full = rows * rowHeight;
  const height = Math.min(full, HEIGHT_MAX);
  const seen = Math.ceil(viewport / rowHeight);
  // How many pixels of rows one pixel of the bar stands for.
  const ratio = height <= viewport ? 1 : (full - viewport) / (height - viewport);
  const top = (Math.min(scrollTop, Math.max(0, height - viewport)) * ratio) / rowHeight;
  const first = Math.max(0, Math.floor(top) - OVERSCAN);
  const last = Math.min(rows, Math.floor(top) + seen + OVERSCAN);
  return {
    height,
    first,
    last,
    seen: {
      from: Math.min(rows, Math.round(top) + 1),
      // A little more, so that the last row counts in spite of fractions of pixels.
      to: Math.min(rows, Math.max(Math.round(top) + 1, Math.floor(top + viewport / rowHeight + 0.05))),
    },
    topOf: (row) => (ratio === 1 ? row * rowHeight : scrollTop + (row - top) * rowHeight),
    scrollTo: (row) => (row * rowHeight) / ratio,
  };
}
