import { ArrowDownToLine } from 'lucide-react';
import { Icon } from '@/components/ui/icon';

/** Says where files may be dropped. The whole window takes them; the button beside it is the other way. */
export function DropZone() {
  return (
    <div className="flex min-h-26 flex-1 items-center gap-4 rounded-card border border-dashed border-control bg-sunken px-6 py-4 max-sm:hidden">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-card border border-line bg-surface text-fg-2">
        <Icon icon={ArrowDownToLine} size={20} />
      </span>
      <div>
        <p className="text-md font-semibold">Drop files here, or anywhere in this window</p>
        <p className="text-sm text-fg-2">
          Rows as CSV, TSV, Parquet, JSON or NDJSON, also packed with gzip or zstd; SQL scripts; and the files
          of a metadata extract: objects, definitions, dependencies, table columns, query logs.
        </p>
      </div>
    </div>
  );
}
