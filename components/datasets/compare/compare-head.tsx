// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
import { KeyRound } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { formatCount } from '@/lib/format-text/format-count';
import { COLUMN_WIDTH, HEAD_HEIGHT } from '../rows/grid-size';
import type { ComparedColumn } from './comparison';

type CompareHeadProps = {
  columns: readonly ComparedColumn[];
  firstColumn: number;
  origin: number;
  hasOrigin: boolean;
};

/** Names of the columns, each with the number of rows in which it changed. */
export function CompareHead({ columns, firstColumn, origin, hasOrigin }: CompareHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-2 bg-surface" style={{ height: HEAD_HEIGHT }}>
      <div
        role="presentation"
        className="sticky left-0 z-1 flex h-full items-start border-r border-b border-line-strong bg-sunken pt-2 text-xs font-semibold max-sm:static"
        style={{ width: origin }}
      >
        <span role="columnheader" className="w-9">
          <span className="sr-only">Change</span>
        </span>
        {hasOrigin && (
          <>
            <span role="columnheader" className="flex-1">
              File
            </span>
            <span role="columnheader" className="w-16 text-right">
              Line
            </span>
            <span role="columnheader" className="w-20 pl-5">
              Import
            </span>
          </>
        )}
      </div>
      {columns.map((column, nth) => (
        <div
          key={column.name}
          role="columnheader"
          className="absolute top-0 border-r border-b border-line bg-surface px-3 py-1.5"
          style={{
            left: origin + (firstColumn + nth) * COLUMN_WIDTH,
            width: COLUMN_WIDTH,
            height: HEAD_HEIGHT,
          }}
        >
          <span className="flex items-center gap-1.5 text-sm font-semibold">
            <span className="truncate" title={column.name}>
              {column.name}
            </span>
            {column.isKey && <Icon icon={KeyRound} size={12} className="shrink-0 text-fg-3" />}
          </span>
          <span className={`block truncate text-xs ${column.changed > 0 ? 'text-chg' : 'text-fg-3'}`}>
            {column.changed > 0 ? `${formatCount(column.changed)} changed` : column.type}
          </span>
        </div>
      ))}
    </div>
  );
}
