'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, CircleCheck, History } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { snapshotQuery } from '@/lib/catalog/queries';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import { useShellOverlays } from './shell-overlays';
import { useSnapshot } from './snapshot-context';
import { SnapshotList } from './snapshot-list';
import { useNow } from './use-now';

/** Says which snapshot is read, offers a newer one, and opens the list of all. */
export function SnapshotControl() {
  const { snapshot, newest, hasNewer } = useSnapshot();
  const { isSnapshotListOpen, setSnapshotListOpen } = useShellOverlays();
  if (snapshot === null) {
    return (
      <span className="flex h-8 items-center gap-2 whitespace-nowrap rounded-control border border-line bg-sunken px-3 text-base font-medium text-fg-3 max-sm:hidden">
        <Icon icon={History} /> No snapshot yet
      </span>
    );
  }
  return (
    <Popover
      label="Snapshots"
      isOpen={isSnapshotListOpen}
      onOpenChange={setSnapshotListOpen}
      trigger={
        <Button className="flex h-8 cursor-default items-center gap-1.5 whitespace-nowrap rounded-control border border-line-strong bg-surface px-2.5 text-base text-fg transition-colors hover:bg-hover pressed:bg-active max-sm:relative max-sm:rounded-full max-sm:after:absolute max-sm:after:-inset-1.5 sm:pointer-coarse:h-11">
          {hasNewer ? (
            <>
              <Icon icon={CircleCheck} className="text-ok" />
              <span>
                <span className="font-semibold text-ok">#{newest} is ready</span>
                <span className="text-fg-3 max-sm:hidden"> · you see #{snapshot}</span>
              </span>
            </>
          ) : (
            <>
              <Icon icon={History} />
              <SnapshotLabel snapshot={snapshot} />
            </>
          )}
          <Icon icon={ChevronDown} className="max-sm:hidden" />
        </Button>
      }
    >
      {(close) => <SnapshotList onChosen={close} />}
    </Popover>
  );
}

function SnapshotLabel({ snapshot }: { snapshot: number | undefined }) {
  const { data } = useQuery({ ...snapshotQuery(snapshot ?? 0), enabled: snapshot !== undefined });
  const now = useNow();
  if (snapshot === undefined)
    return <span className="inline-block w-44 text-left max-sm:w-8 text-fg-3">Loading…</span>;
  const at = data && new Date(data.publishedAt);
  return (
    <span title={at && formatFullTime(at)}>
      <span className="font-semibold">
        <span className="max-sm:sr-only">Snapshot </span>#{snapshot}
      </span>
      {at && now && <span className="text-fg-3 max-sm:hidden"> · {formatTimeAgo(at, now)}</span>}
    </span>
  );
}
