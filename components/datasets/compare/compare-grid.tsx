// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { LoadFailed } from '@/components/ui/load-failed';
import { Skeleton } from '@/components/ui/skeleton';
import type { ComparisonInput } from '@/lib/datasets/queries';
import type { DatasetDetail } from '../dataset-head';
import { COLUMN_WIDTH, HEAD_HEIGHT, ORIGIN_WIDTH } from '../rows/grid-size';
import { gridWindow } from '../rows/grid-window';
import { type CellPlace, moveCell } from '../rows/move-cell';
import { RowHistory } from '../rows/row-history';
import { useViewport } from '../rows/use-viewport';
import { CompareHead } from './compare-head';
import { CompareRow, PAIR_HEIGHT, SIGN_WIDTH } from './compare-row';
import type { ComparedColumn, Comparison } from './comparison';
import { DifferenceDialog } from './difference-dialog';
import { useComparedBlocks } from './use-compared-blocks';

/** The rows on the screen, counted from 1. */
export type SeenDifferences = { from: number; to: number };

type CompareGridProps = {
  dataset: DatasetDetail;
  input: ComparisonInput;
  columns: readonly ComparedColumn[];
  hasOrigin: boolean;
  onKnown: (known: Comparison) => void;
  onSeen: (seen: SeenDifferences) => void;
};

/**
 * The rows that differ, as a grid of which only the part that is seen exists. One stop for Tab; arrows, Home, End and the
 * Page keys move the cell, Enter opens the row before and after, H tells its history, Ctrl C copies.
 */
export function CompareGrid({ dataset, input, columns, hasOrigin, onKnown, onSeen }: CompareGridProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const view = useViewport(scroll);
  const [cell, setCell] = useState<CellPlace>({ row: 0, column: 0 });
  const [open, setOpen] = useState<'row' | 'history'>();
  const [total, setTotal] = useState(0);
  const origin = hasOrigin ? ORIGIN_WIDTH : SIGN_WIDTH;
  const body = Math.max(0, view.height - HEAD_HEIGHT);
  const window = gridWindow(total, PAIR_HEIGHT, body, view.top);
  const rows = useComparedBlocks(dataset.name, input, window.first, window.last);
  const { known } = rows;
  if (known !== undefined && known.total !== total) setTotal(known.total);

  const firstColumn = Math.max(0, Math.floor((view.left - 1) / COLUMN_WIDTH));
  const lastColumn = Math.min(columns.length, firstColumn + Math.ceil(view.width / COLUMN_WIDTH) + 2);
  const shown = columns.slice(firstColumn, lastColumn);

  const tellKnown = useEffectEvent(onKnown);
  useEffect(() => {
    if (known !== undefined) tellKnown(known);
  }, [known]);
  const tellSeen = useEffectEvent(onSeen);
  const { from: seenFrom, to: seenTo } = window.seen;
  useEffect(() => tellSeen({ from: seenFrom, to: seenTo }), [seenFrom, seenTo]);

  const go = (to: CellPlace) => {
    setCell(to);
    const element = scroll.current;
    if (!element) return;
    const top = window.topOf(to.row);
    if (top < view.top) element.scrollTop = window.scrollTo(to.row);
    else if (top + PAIR_HEIGHT > view.top + body)
      element.scrollTop = window.scrollTo(to.row + 1 - Math.floor(body / PAIR_HEIGHT));
    const left = to.column * COLUMN_WIDTH;
    const width = view.width - origin;
    if (left < view.left) element.scrollLeft = left;
    else if (left + COLUMN_WIDTH > view.left + width) element.scrollLeft = left + COLUMN_WIDTH - width;
  };
  const active = rows.rowAt(cell.row);
  const activeRow = active?.after ?? active?.before ?? undefined;
  const hasHistory = dataset.key.length > 0;
  const press = (event: React.KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter') setOpen('row');
    else if (event.key.toLowerCase() === 'h' && isPlain) {
      if (hasHistory) setOpen('history');
    } else if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) {
      const value = activeRow?.values[columns[cell.column]?.name ?? ''];
      void navigator.clipboard?.writeText(value == null ? '' : String(value));
    } else {
      const page = Math.floor(body / PAIR_HEIGHT);
      const to = moveCell(cell, event, { rows: total, columns: columns.length, page });
      if (to === null) return;
      go(to);
    }
    event.preventDefault();
  };
  if (rows.error !== null) {
    return (
      <div className="flex-1 p-6">
        <LoadFailed title="Could not compare the rows" onRetry={rows.retry}>
          {rows.error.message}
        </LoadFailed>
      </div>
    );
  }
  return (
    <>
      {known === undefined && total === 0 && (
        <Skeleton label="Loading the rows that differ" className="bg-bg p-6" />
      )}
      <div
        ref={scroll}
        role="grid"
        aria-label={`Rows of ${dataset.name} that differ between #${input.from} and #${input.to}`}
        aria-busy={known === undefined}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (hasOrigin ? 4 : 1)}
        aria-activedescendant={`pair-${cell.row}-${cell.column}`}
        tabIndex={0}
        onKeyDown={press}
        className="relative min-h-0 flex-1 overflow-auto bg-bg focus-inset"
      >
        <div
          role="presentation"
          className="relative"
          style={{ width: origin + columns.length * COLUMN_WIDTH, height: HEAD_HEIGHT + window.height }}
        >
          <CompareHead columns={shown} firstColumn={firstColumn} origin={origin} hasOrigin={hasOrigin} />
          {Array.from({ length: window.last - window.first }, (_, nth) => window.first + nth).map((index) => (
            <CompareRow
              key={index}
              index={index}
              difference={rows.rowAt(index)}
              top={HEAD_HEIGHT + window.topOf(index)}
              columns={shown}
              firstColumn={firstColumn}
              origin={origin}
              hasOrigin={hasOrigin}
              active={cell.row === index ? cell.column : null}
              onCell={(column) => setCell({ row: index, column })}
              onOpen={() => setOpen('row')}
            />
          ))}
        </div>
      </div>
      {open === 'row' && active && (
        <DifferenceDialog
          difference={active}
          columns={known?.columns ?? columns}
          onClose={() => setOpen(undefined)}
          onHistory={hasHistory ? () => setOpen('history') : null}
        />
      )}
      {open === 'history' && activeRow && (
        <RowHistory
          dataset={dataset}
          row={activeRow}
          snapshot={input.to}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
