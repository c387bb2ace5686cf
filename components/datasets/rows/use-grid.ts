import { type KeyboardEvent, useRef, useState } from 'react';
import { COLUMN_WIDTH } from './grid-size';
import { gridWindow } from './grid-window';
import { type CellPlace, moveCell } from './move-cell';
import { useViewport } from './use-viewport';

/** Counts, and sizes in CSS pixels; `origin`: the width of what stands left of the columns and does not scroll. */
type GridShape = { rows: number; columns: number; rowHeight: number; headHeight: number; origin: number };

type KeyActs = { onOpen: () => void; onHistory: () => void; value: unknown };

/**
 * A grid of which only the part that is seen exists, in both directions: what to draw, the active cell, and its keys.
 * Arrows, Home, End and the Page keys move the cell and bring it into view, Enter opens it, H tells the history of the row,
 * Ctrl C copies the value.
 */
export function useGrid({ rows, columns, rowHeight, headHeight, origin }: GridShape) {
  const scroll = useRef<HTMLDivElement>(null);
  const view = useViewport(scroll);
  const [cell, setCell] = useState<CellPlace>({ row: 0, column: 0 });
  const body = Math.max(0, view.height - headHeight);
  const window = gridWindow(rows, rowHeight, body, view.top);
  const firstColumn = Math.max(0, Math.floor((view.left - 1) / COLUMN_WIDTH));
  const lastColumn = Math.min(columns, firstColumn + Math.ceil(view.width / COLUMN_WIDTH) + 2);

  const go = (to: CellPlace) => {
    setCell(to);
    const element = scroll.current;
    if (!element) return;
    const top = window.topOf(to.row);
    if (top < view.top) element.scrollTop = window.scrollTo(to.row);
    else if (top + rowHeight > view.top + body)
      element.scrollTop = window.scrollTo(to.row + 1 - Math.floor(body / rowHeight));
    const left = to.column * COLUMN_WIDTH;
    const width = view.width - origin;
    if (left < view.left) element.scrollLeft = left;
    else if (left + COLUMN_WIDTH > view.left + width) element.scrollLeft = left + COLUMN_WIDTH - width;
  };

  const press = (event: KeyboardEvent, { onOpen, onHistory, value }: KeyActs) => {
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (key === 'enter') onOpen();
    else if (key === 'h' && !isCommand && !event.altKey) onHistory();
    else if (key === 'c' && isCommand)
      void navigator.clipboard?.writeText(value == null ? '' : String(value));
    else {
      const to = moveCell(cell, event, { rows, columns, page: Math.floor(body / rowHeight) });
      if (to === null) return;
      go(to);
    }
    event.preventDefault();
  };

  return {
    scroll,
    cell,
    setCell,
    window,
    firstColumn,
    lastColumn,
    width: origin + columns * COLUMN_WIDTH,
    press,
  };
}
