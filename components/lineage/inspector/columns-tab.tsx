import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter } from 'lucide-react';
import { useRef, useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useRowHeight } from '@/components/ui/text-scale';
import type { Column } from '@/lib/catalog/contract';
import { countOf, formatCount } from '@/lib/format-text/format-count';

const ROW_PX = 28;

/** The columns of an object in their order, with a filter. Rows outside the view are not in the page. */
export function ColumnsTab({ columns }: { columns: readonly Column[] }) {
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
                className="absolute inset-x-0 flex h-7 items-center gap-3 border-b border-line px-4"
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className="w-7 shrink-0 text-right text-xs text-fg-3 tabular">{column.ordinal}</span>
                <span title={column.name} className="min-w-0 flex-1 truncate font-mono text-code">
                  {column.name}
                </span>
                <span className="shrink-0 text-xs text-fg-2">
                  {column.dataType}
                  {column.nullable === false && <span className="text-fg-3"> not null</span>}
                </span>
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
