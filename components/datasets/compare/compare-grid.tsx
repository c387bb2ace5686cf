// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { LoadFailed } from '@/components/ui/load-failed';
import { Skeleton } from '@/components/ui/skeleton';
import type { ComparisonInput } from '@/lib/datasets/queries';
import type { DatasetDetail } from '../dataset-head';
import { HEAD_HEIGHT, ORIGIN_WIDTH } from '../rows/grid-size';
import { RowHistory } from '../rows/row-history';
import { useGrid } from '../rows/use-grid';
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

/** The rows that differ, as a grid of which only the part that is seen exists. One stop for Tab; Enter opens the row before and after. */
export function CompareGrid({ dataset, input, columns, hasOrigin, onKnown, onSeen }: CompareGridProps) {
  const [open, setOpen] = useState<'row' | 'history'>();
  const [total, setTotal] = useState(0);
  const origin = hasOrigin ? ORIGIN_WIDTH : SIGN_WIDTH;
  const { scroll, cell, setCell, window, firstColumn, lastColumn, width, press } = useGrid({
    rows: total,
    columns: columns.length,
    rowHeight: PAIR_HEIGHT,
    headHeight: HEAD_HEIGHT,
    origin,
  });
  const shown = columns.slice(firstColumn, lastColumn);
  const rows = useComparedBlocks(dataset.name, input, window.first, window.last);
  const { known } = rows;
  if (known !== undefined && known.total !== total) setTotal(known.total);

  const tellKnown = useEffectEvent(onKnown);
  useEffect(() => {
    if (known !== undefined) tellKnown(known);
  }, [known]);
  const tellSeen = useEffectEvent(onSeen);
  const { from: seenFrom, to: seenTo } = window.seen;
  useEffect(() => tellSeen({ from: seenFrom, to: seenTo }), [seenFrom, seenTo]);

  const active = rows.rowAt(cell.row);
  const activeRow = active?.after ?? active?.before ?? undefined;
  const hasHistory = dataset.key.length > 0;
  const acts = {
    onOpen: () => setOpen('row'),
    onHistory: () => hasHistory && setOpen('history'),
    value: activeRow?.values[columns[cell.column]?.name ?? ''],
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
        onKeyDown={(event) => press(event, acts)}
        className="relative min-h-0 flex-1 overflow-auto bg-bg focus-inset"
      >
        <div role="presentation" className="relative" style={{ width, height: HEAD_HEIGHT + window.height }}>
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
