import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useNow } from '@/components/shell/use-now';
import { objectHistoryQuery } from '@/lib/catalog/queries';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import { importPath } from '@/lib/navigation/import-path';
import { LoadState } from './load-state';

const WORDS = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  columns: 'columns changed',
  definition: 'SQL text changed',
} as const;

/** The snapshots that changed an object, newest first. */
export function HistoryTab({ id, snapshot }: { id: string; snapshot: number | undefined }) {
  const history = useQuery(objectHistoryQuery(id));
  const now = useNow();
  const items = history.data?.items ?? [];
  return (
    <>
      <LoadState query={history} snapshot={snapshot} label="Loading the history" />
      {history.data && items.length === 0 && <p className="p-4 text-sm text-fg-3">No snapshot changed it.</p>}
      <ol className="flex flex-col">
        {items.map((item) => {
          const at = new Date(item.at);
          return (
            <li key={item.snapshot} className="border-b border-line px-4 py-2.5 text-sm">
              <p className="flex items-baseline gap-2">
                <Link href={importPath(item.snapshot)} className="font-semibold text-accent underline">
                  #{item.snapshot}
                </Link>
                <span className="text-fg-2">by {item.owner.name}</span>
                <span title={formatFullTime(at)} className="ml-auto text-xs text-fg-3">
                  {now && formatTimeAgo(at, now)}
                </span>
              </p>
              <p className="text-fg-2">
                {item.changes.map((change) => WORDS[change]).join(', ')}
                {item.snapshot === snapshot && <span className="text-fg-3"> · you see this snapshot</span>}
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}
