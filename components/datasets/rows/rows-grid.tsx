// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { LoadFailed } from '@/components/ui/load-failed';
import type { DatasetRow } from '@/lib/datasets/contract';
import { profileQuery } from '@/lib/datasets/queries';
import { countOf } from '@/lib/format-text/format-count';
import type { DatasetDetail } from '../dataset-head';
import { CellDialog } from './cell-dialog';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { HEAD_HEIGHT, ORIGIN_WIDTH, PROFILE_HEIGHT, ROW_HEIGHT } from './grid-size';
import { RowHistory } from './row-history';
import { useGrid } from './use-grid';
import { useRowBlocks } from './use-row-blocks';
import type { RowsAddress } from './use-rows-address';

/** The rows on the screen, counted from 1, of how many. */
export type Seen = { from: number; to: number; total: number | undefined; answeredInMs: number | undefined };

type RowsGridProps = {
  dataset: DatasetDetail;
  columns: DatasetDetail['columns'];
  snapshot: number;
  address: RowsAddress;
  hasOrigin: boolean;
  hasProfile: boolean;
  onSeen: (seen: Seen) => void;
};

/** The rows as a grid of which only the part that is seen exists, in both directions. One stop for Tab; Enter opens the cell. */
export function RowsGrid({
  dataset,
  columns,
  snapshot,
  address,
  hasOrigin,
  hasProfile,
  onSeen,
}: RowsGridProps) {
  const [isOpen, setOpen] = useState(false);
  const [hasHistory, setHistory] = useState(false);
  const [total, setTotal] = useState(dataset.rows);
  const origin = hasOrigin ? ORIGIN_WIDTH : 0;
  const headHeight = hasProfile ? PROFILE_HEIGHT : HEAD_HEIGHT;
  const profile = useQuery({
    ...profileQuery(dataset.name, inputOf(snapshot, address)),
    enabled: hasProfile,
  });
  const profiles =
    hasProfile && !profile.isError ? new Map(profile.data?.columns.map((it) => [it.name, it])) : null;
  const { scroll, cell, setCell, window, firstColumn, lastColumn, width, press } = useGrid({
    rows: total,
    columns: columns.length,
    rowHeight: ROW_HEIGHT,
    headHeight,
    origin,
  });
  const rows = useRowBlocks(dataset.name, inputOf(snapshot, address), window.first, window.last);
  if (rows.total !== undefined && rows.total !== total) setTotal(rows.total);

  const drawn = Array.from({ length: window.last - window.first }, (_, nth) => window.first + nth);
  const shown = columns.slice(firstColumn, lastColumn);

  const tell = useEffectEvent(onSeen);
  const { answeredInMs } = rows;
  const known = rows.total;
  const { from: seenFrom, to: seenTo } = window.seen;
  useEffect(() => {
    tell({ from: seenFrom, to: seenTo, total: known, answeredInMs });
  }, [seenFrom, seenTo, known, answeredInMs]);

  const active = rows.rowAt(cell.row);
  const acts = {
    onOpen: () => setOpen(true),
    onHistory: () => dataset.key.length > 0 && setHistory(true),
    value: active?.values[columns[cell.column]?.name ?? ''],
  };
  if (rows.error !== null) {
    return (
      <div className="flex-1 p-6">
        <LoadFailed title="Could not load the rows" onRetry={rows.retry}>
          {rows.error.message}
        </LoadFailed>
      </div>
    );
  }
  return (
    <>
      <div
        ref={scroll}
        role="grid"
        aria-label={`Rows of ${dataset.name}`}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (hasOrigin ? 3 : 0)}
        aria-activedescendant={`cell-${cell.row}-${cell.column}`}
        tabIndex={0}
        onKeyDown={(event) => press(event, acts)}
        className="relative min-h-0 flex-1 overflow-auto bg-bg focus-inset"
      >
        <div role="presentation" className="relative" style={{ width, height: headHeight + window.height }}>
          <GridHead
            columns={shown}
            firstColumn={firstColumn}
            origin={origin}
            height={headHeight}
            profiles={profiles}
            note={
              hasProfile && profile.isError ? 'Profile could not be loaded' : filesText(drawn.map(rows.rowAt))
            }
            rows={profile.data?.rows ?? 0}
            sort={address.sort}
            onSort={(sort) => address.change({ sort })}
          />
          {drawn.map((index) => (
            <GridRow
              key={index}
              index={index}
              row={rows.rowAt(index)}
              top={headHeight + window.topOf(index)}
              columns={shown}
              firstColumn={firstColumn}
              origin={origin}
              active={cell.row === index ? cell.column : null}
              onCell={(column) => setCell({ row: index, column })}
              onOpen={() => setOpen(true)}
            />
          ))}
        </div>
      </div>
      <CellDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        column={columns[cell.column]}
        row={active}
        onHistory={dataset.key.length > 0 ? () => setHistory(true) : null}
      />
      {hasHistory && active && (
        <RowHistory dataset={dataset} row={active} snapshot={snapshot} onClose={() => setHistory(false)} />
      )}
    </>
  );
}

/** From how many files the rows come that are drawn; nothing while none is loaded. */
function filesText(rows: ReadonlyArray<DatasetRow | undefined>): string {
  const files = new Set(rows.flatMap((row) => (row ? `${row.from.import} ${row.from.file}` : [])));
  return files.size === 0 ? '' : `${countOf(files.size, 'file')} on this page`;
}

function inputOf(snapshot: number, { sort, filter }: RowsAddress) {
  return { snapshot, ...(sort === '' ? {} : { sort }), ...(filter === '' ? {} : { filter }) };
}
