// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
import {
  ArrowDown,
  ArrowUp,
  Braces,
  Calendar,
  Hash,
  KeyRound,
  type LucideIcon,
  ToggleLeft,
  Type,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { DatasetDetail } from '../dataset-head';
import { type ColumnProfile, ColumnProfileView } from './column-profile';
import { COLUMN_WIDTH } from './grid-size';
import { nextSort, readSort, writeSort } from './sort-text';

type Column = DatasetDetail['columns'][number];
type GridHeadProps = {
  columns: readonly Column[];
  firstColumn: number;
  /** Width of the part that says where rows came from; 0 when it is off. */
  origin: number;
  height: number;
  /** By column; null when profiles are off. */
  profiles: ReadonlyMap<string, ColumnProfile> | null;
  rows: number;
  /** Under "File": from how many files rows come, or why there is no profile. */
  note: string;
  sort: string;
  onSort: (sort: string) => void;
};

/** Names and types of the columns; a press sorts by one. */
export function GridHead(props: GridHeadProps) {
  const { columns, firstColumn, origin, height, profiles, rows, note, sort, onSort } = props;
  const sorted = readSort(sort);
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-2 bg-surface" style={{ height }}>
      {origin > 0 && (
        <div
          role="presentation"
          className="sticky left-0 z-1 flex h-full items-start border-r border-b border-line-strong bg-sunken pt-2.5 text-xs font-semibold max-sm:static"
          style={{ width: origin }}
        >
          <OriginHead className="flex-1 pl-4">
            File<span className="block pt-1 font-normal text-fg-3">{note}</span>
          </OriginHead>
          <OriginHead className="w-16 text-right">Line</OriginHead>
          <OriginHead className="w-20 pl-5">Import</OriginHead>
        </div>
      )}
      {columns.map((column, nth) => {
        const by = sorted.find((it) => it.column === column.name);
        return (
          <div
            key={column.name}
            role="columnheader"
            aria-sort={by === undefined ? 'none' : by.isDescending ? 'descending' : 'ascending'}
            className="absolute top-0 border-r border-b border-line bg-surface"
            style={{
              left: origin + (firstColumn + nth) * COLUMN_WIDTH,
              width: COLUMN_WIDTH,
              height,
            }}
          >
            <button
              type="button"
              tabIndex={-1}
              title={`Sort by ${column.name}`}
              onClick={() => onSort(writeSort(nextSort(sorted, column.name)))}
              className="flex size-full cursor-default flex-col px-3 py-2 text-left hover:bg-hover"
            >
              <span className="flex w-full items-center gap-1.5 text-sm font-semibold">
                <Icon icon={typeIcon(column.type)} size={14} className="shrink-0 text-fg-3" />
                <span className="truncate">{column.name}</span>
                {column.isKey && <Icon icon={KeyRound} size={12} className="shrink-0 text-fg-3" />}
                {by && <Icon icon={by.isDescending ? ArrowDown : ArrowUp} size={12} className="shrink-0" />}
              </span>
              {profiles === null ? (
                <span className="text-xs text-fg-3">{column.type}</span>
              ) : (
                <span className="block w-full">
                  <ColumnProfileView profile={profiles.get(column.name)} rows={rows} />
                </span>
              )}
            </button>
          </div>
        );
      })}
    </div>
  );
}

function OriginHead({ children, className }: { children: ReactNode; className: string }) {
  return (
    <span role="columnheader" className={className}>
      {children}
    </span>
  );
}

function typeIcon(type: Column['type']): LucideIcon {
  if (type === 'boolean') return ToggleLeft;
  if (type === 'json' || type === 'blob') return Braces;
  if (type.startsWith('date') || type.startsWith('time')) return Calendar;
  return isNumeric(type) ? Hash : Type;
}

/** Numbers stand at the right. */
export function isNumeric(type: Column['type']): boolean {
  return /^(smallint|integer|bigint|hugeint|double|decimal)/.test(type);
}
