'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { DiffPill } from '@/components/ui/diff-pill';
import { Icon } from '@/components/ui/icon';
import { LoadFailed } from '@/components/ui/load-failed';
import { ShownOf } from '@/components/ui/shown-of';
import { Skeleton } from '@/components/ui/skeleton';
import type { Snapshot } from '@/lib/catalog/contract';
import { snapshotsQuery } from '@/lib/catalog/queries';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import { useSnapshot } from './snapshot-context';
import { useNow } from './use-now';

/** All snapshots, newest first, with author and size of change; a press reads that one from now on. */
export function SnapshotList({ onChosen }: { onChosen: () => void }) {
  const { snapshot, newest, switchTo } = useSnapshot();
  const list = useInfiniteQuery(snapshotsQuery());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.isPending) return <Skeleton className="w-96 p-4" label="Loading snapshots" />;
  if (list.isError && items.length === 0) {
    return (
      <LoadFailed className="w-96" onRetry={list.refetch}>
        You still see #{snapshot}.
      </LoadFailed>
    );
  }
  return (
    <div className="flex max-h-[min(32rem,80dvh)] w-[min(26rem,calc(100vw-2rem))] flex-col">
      <ul className="min-h-0 flex-1 overflow-auto p-1">
        {items.map((item) => (
          <li key={item.number}>
            <SnapshotRow
              item={item}
              isRead={item.number === snapshot}
              isNewest={item.number === newest}
              onPress={() => {
                switchTo(item.number);
                onChosen();
              }}
            />
          </li>
        ))}
      </ul>
      <ShownOf
        shown={items.length}
        total={total}
        hidden="older hidden"
        list={list}
        more="Show older"
        className="min-h-8 border-t border-line px-3 py-1 text-xs leading-6 text-fg-3"
      />
    </div>
  );
}

type SnapshotRowProps = { item: Snapshot; isRead: boolean; isNewest: boolean; onPress: () => void };

function SnapshotRow({ item, isRead, isNewest, onPress }: SnapshotRowProps) {
  const now = useNow();
  const at = new Date(item.publishedAt);
  const { added, changed, removed } = item.objects;
  return (
    <button
      type="button"
      onClick={onPress}
      aria-current={isRead ? 'true' : undefined}
      className={`focus-inset flex min-h-11 w-full items-center gap-2.5 rounded-control px-2 py-1 text-left hover:bg-hover ${
        isRead ? 'bg-accent-tint' : ''
      }`}
    >
      <span className="flex w-4 justify-center text-accent">{isRead && <Icon icon={Check} size={14} />}</span>
      <Avatar name={item.owner.name} isDecorative />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-base">
          <span className="font-semibold">#{item.number}</span>
          {isNewest && <span className="text-fg-2"> · latest</span>}
          <span className="text-fg-2"> · {item.owner.name}</span>
        </span>
        <span className="block truncate text-xs text-fg-3" title={formatFullTime(at)}>
          {now && formatTimeAgo(at, now)} · {item.files.join(', ')}
        </span>
      </span>
      <span className="flex gap-1" title="Objects added, changed and removed">
        {added > 0 && <DiffPill kind="added" count={added} />}
        {changed > 0 && <DiffPill kind="changed" count={changed} />}
        {removed > 0 && <DiffPill kind="removed" count={removed} />}
        {added + changed + removed === 0 && <span className="text-xs text-fg-3">no object changed</span>}
      </span>
    </button>
  );
}
