import { useQuery } from '@tanstack/react-query';
import { lockPollMs, lockQuery } from '@/lib/imports/queries';

const LOST_AFTER_MS = 6000;

/**
 * The import lock as last heard of, and whether the server has been silent for 6 s. `retryAt`: when it is asked again, in
 * ms since 1970.
 */
export function useLock(now: number) {
  const query = useQuery({ ...lockQuery(), retry: false });
  const isLost = query.isError && now - query.dataUpdatedAt > LOST_AFTER_MS;
  return {
    lock: query.data,
    isLost,
    retryAt: query.errorUpdatedAt + lockPollMs(query.data),
    retryNow: () => void query.refetch(),
  };
}
