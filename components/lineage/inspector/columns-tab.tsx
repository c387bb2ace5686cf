import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight, ListFilter } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';
import { useRowHeight } from '@/components/ui/text-scale';
import type { Column } from '@/lib/catalog/contract';
import { countOf, formatCount } from '@/lib/format-text/format-count';

const ROW_PX = 28;

type ColumnsTabProps = {
  columns: readonly Column[];
  /** The column whose path is drawn, when it is one of these. */
  picked: string | undefined;
  onPick: (column: string) => void;
  /** What is known of the picked column, in place of the list. */
  detail: (onBack: () => void, backLabel: string) => ReactNode;
};

/** The columns of an object, or all about the picked one. */
export function ColumnsTab({ columns, picked, onPick, detail }: ColumnsTabProps) {
  const [listed, setListed] = useState<string>();
  if (picked !== undefined && listed !== picked)
    return detail(() => setListed(picked), `All ${countOf(columns.length, 'column')}`);
  const pick = (column: string) => {
    setListed(undefined);
    if (column !== picked) onPick(column);
  };
  return <ColumnList columns={columns} picked={picked} onPick={pick} />;
}

/** The columns in their order, with a filter. Rows outside the view are not in the page. */
function ColumnList({ columns, picked, onPick }: Omit<ColumnsTabProps, 'detail'>) {
  const [filter, setFilter] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const text = filter.trim().toLowerCase();
  const shown = text === '' ? columns : columns.filter(({ name }) => name.toLowerCase().includes(text));
  const rowHeight = useRowHeight(ROW_PX);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  if (columns.length === 0) {
    return (
      <p className="p-4 text-sm text-fg-3">No columns are known. They come from the file table_columns.</p>
    );
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="px-4 py-3">
        <TextField
          label="Filter columns"
          isLabelHidden
          type="search"
          size={28}
          icon={ListFilter}
          value={filter}
          onChange={setFilter}
          placeholder={`Filter ${countOf(columns.length, 'column')}`}
        />
      </div>
      <div ref={box} className="min-h-0 flex-1 overflow-auto border-t border-line">
        <ul aria-label="Columns" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const column = shown[index];
            if (!column) return null;
            return (
              <li
                key={column.name}
                aria-posinset={index + 1}
                aria-setsize={shown.length}
                className="absolute inset-x-0 border-b border-line"
                style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              >
                <button
                  type="button"
                  aria-pressed={column.name === picked}
                  title={`Show the path of ${column.name}`}
                  onClick={() => onPick(column.name)}
                  className={classNames(
                    'focus-inset flex size-full cursor-default items-center gap-3 px-4 text-left',
                    column.name === picked ? 'bg-accent-tint' : 'hover:bg-hover',
                  )}
                >
                  <span className="w-7 shrink-0 text-right text-xs text-fg-3 tabular">{column.ordinal}</span>
                  <span className="min-w-0 flex-1 truncate font-mono text-code">{column.name}</span>
                  <span className="shrink-0 text-xs text-fg-2">
                    {column.dataType}
                    {column.nullable === false && <span className="text-fg-3"> not null</span>}
                  </span>
                  <Icon icon={ChevronRight} size={14} className="text-fg-3" />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <p className="border-t border-line px-4 py-1.5 text-xs text-fg-3 tabular">
        {text === ''
          ? countOf(columns.length, 'column')
          : `${formatCount(shown.length)} of ${countOf(columns.length, 'column')} match`}
      </p>
    </div>
  );
}
