import type { ObjectDetail, SearchHit } from '@/lib/catalog/contract';
import { countOf } from '@/lib/format-text/format-count';

const SHOWN = 12;

/** The columns of the object; a found column is in view and tinted. */
export function ColumnPreview({ hit, columns }: { hit: SearchHit; columns: ObjectDetail['columns'] }) {
  if (columns.length === 0) return <p className="px-5 text-sm text-fg-3">The import told no columns.</p>;
  const at = columns.findIndex((column) => column.name === hit.column);
  const from = Math.max(0, Math.min(at - 4, columns.length - SHOWN));
  const shown = columns.slice(from, from + SHOWN);
  return (
    <>
      <ul className="border-y border-line bg-surface py-1">
        {shown.map((column) => (
          <li
            key={column.ordinal}
            className={`flex h-6 items-center justify-between gap-3 px-5 text-sm ${
              column.name === hit.column ? 'bg-accent-tint shadow-[inset_3px_0_0_var(--accent)]' : ''
            }`}
          >
            <span className="truncate font-mono">{column.name}</span>
            <span className="shrink-0 text-xs text-fg-3">{column.dataType}</span>
          </li>
        ))}
      </ul>
      <p className="px-5 py-2 text-sm text-fg-3 tabular">
        {shown.length === columns.length
          ? countOf(columns.length, 'column')
          : `Columns ${from + 1}–${from + shown.length} of ${columns.length}`}
      </p>
    </>
  );
}
