'use client';
import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { lockQuery } from '@/lib/imports/queries';

type SnapshotState = {
  /** The snapshot this view reads: from the address, else the latest when the page was loaded. Undefined while not known; null when there is none yet. */
  snapshot: number | null | undefined;
  /** The newest one there is; null before the first. */
  newest: number | null | undefined;
  /** True when the address names the snapshot, so links should keep it. */
  isPinnedByAddress: boolean;
  hasNewer: boolean;
  /** Reads another snapshot from now on; the newest one is the address without a number. */
  switchTo: (snapshot: number) => void;
};

const SnapshotContext = createContext<SnapshotState | null>(null);

/** Which snapshot is read. A view never switches by itself. */
export function useSnapshot(): SnapshotState {
  const state = useContext(SnapshotContext);
  if (state === null) throw new Error('useSnapshot needs SnapshotProvider');
  return state;
}

function snapshotOf(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

export function SnapshotProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const fromAddress = snapshotOf(params.get('snapshot'));
  const newest = useQuery({ ...lockQuery(), retry: false }).data?.snapshot;
  const [pinned, setPinned] = useState<number | null>();
  // The first snapshot seen stays; an empty workspace has nothing to stay on.
  if (newest !== undefined && (pinned === undefined || pinned === null) && pinned !== newest)
    setPinned(newest);

  const state = useMemo<SnapshotState>(() => {
    const snapshot = fromAddress ?? pinned;
    return {
      snapshot,
      newest,
      isPinnedByAddress: fromAddress !== undefined,
      hasNewer: typeof snapshot === 'number' && typeof newest === 'number' && newest > snapshot,
      switchTo: (next) => {
        const query = new URLSearchParams(params);
        if (next === newest) {
          setPinned(next);
          query.delete('snapshot');
        } else query.set('snapshot', String(next));
        const text = query.toString();
        router.push(`${pathname}${text === '' ? '' : `?${text}`}` as Route);
      },
    };
  }, [fromAddress, pinned, newest, params, pathname, router]);
  return <SnapshotContext value={state}>{children}</SnapshotContext>;
}
