import { useQuery } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { Icon } from '@/components/ui/icon';
import { lockQuery } from '@/lib/imports/queries';

/** Which snapshot is drawn, said while an import runs and when there is a newer one. */
export function AsOfPill() {
  const { snapshot, newest, hasNewer, switchTo } = useSnapshot();
  const { data: lock } = useQuery({ ...lockQuery(), retry: false });
  const running = lock?.holder;
  if (typeof snapshot !== 'number' || (!running && !hasNewer)) return null;
  return (
    <p
      data-no-pan
      className="absolute top-3 left-3 z-10 flex h-7 max-w-[calc(100%-1.5rem)] items-center gap-2 rounded-full border border-line-strong bg-surface px-3 text-sm shadow-e1"
    >
      <Icon icon={Camera} size={14} className="text-accent" />
      <span className="whitespace-nowrap font-semibold">As of snapshot #{snapshot}</span>
      {hasNewer && typeof newest === 'number' ? (
        <>
          <span className="truncate text-fg-2">#{newest} is the newest</span>
          <button
            type="button"
            data-no-pan
            onClick={() => switchTo(newest)}
            className="cursor-default whitespace-nowrap rounded-tag font-medium text-accent hover:underline"
          >
            Switch to #{newest}
          </button>
        </>
      ) : (
        <span className="truncate text-fg-2">
          your view stays as it is while #{running?.number} is written
        </span>
      )}
    </p>
  );
}
