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
          The files of a metadata extract as CSV or Parquet: objects, definitions, dependencies, and if you
          have them table columns and query logs. They are told apart by their columns, not by their names.
        </p>
      </div>
    </div>
  );
}
