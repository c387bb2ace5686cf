import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { Table } from '@/components/ui/table';
import { useRowHeight } from '@/components/ui/text-scale';
import type { CoverageItem } from '@/lib/lineage/contract';
import { COVERAGE_COLUMNS } from './coverage-columns';
import { CoverageRowView } from './coverage-row';
import { coverageRows, itemKey } from './coverage-rows';
import { SortHead } from './sort-head';
import type { CoverageAddress } from './use-coverage-address';

type CoverageTableProps = {
  items: readonly CoverageItem[];
  address: CoverageAddress;
  snapshot: number | undefined;
  isSourceShown: boolean;
};

const ROW_PX = 29;
const NONE: ReadonlySet<string> = new Set();

/** The definitions with their numbers, each with what was met in it. Rows outside the view are not in the page. */
export function CoverageTable({ items, address, snapshot, isSourceShown }: CoverageTableProps) {
  const [opened, setOpened] = useState(NONE);
  const rows = useMemo(() => coverageRows(items, opened), [items, opened]);
  const box = useRef<HTMLElement>(null);
  const rowHeight = useRowHeight(ROW_PX);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section
      ref={box}
      aria-label="Definitions"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="focus-inset relative min-h-40 flex-1 overflow-auto rounded-card border border-line bg-surface"
    >
      <Table
        caption="How each definition was read"
        className="md:min-w-[72rem] [&_thead_th]:whitespace-nowrap"
      >
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            <SortHead
              sort="name"
              head="Object"
              title="Order by name"
              address={address}
              className="w-full pl-4! text-left"
            />
            {COVERAGE_COLUMNS.map(({ sort, head, meaning }) => (
              <SortHead
                key={sort}
                sort={sort}
                head={head}
                title={meaning}
                address={address}
                className="text-right last:pr-4! max-md:hidden"
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {shown.map(({ index, key }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={row.kind === 'object' ? 'hover:bg-hover' : ''}
              >
                <CoverageRowView
                  row={row}
                  snapshot={snapshot}
                  isSourceShown={isSourceShown}
                  onMore={() => setOpened(new Set([...opened, itemKey(row.item)]))}
                />
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </Table>
    </section>
  );
}

/** Stands for the rows outside the view. */
function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={COVERAGE_COLUMNS.length + 1} style={{ height }} />
    </tr>
  );
}
