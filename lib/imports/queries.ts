import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import {
  getImport,
  getLock,
  type Import,
  type ImportOutcome,
  type ImportState,
  type LockStatus,
  listImports,
  listRejects,
} from './contract';
import { previewRollback } from './rollback-contract';

const POLL_BUSY_MS = 1000;
/** A small import is over in less than a second: whoever started it does not wait longer for the news than for the import. */
const POLL_SOON_MS = 200;
const SOON_ANSWERS = 15;
const POLL_IDLE_MS = 4000;
const POLL_DRAFT_MS = 2000;

/** Keys of everything about imports; invalidate `importKeys.all` after a mutation. */
export const importKeys = {
  all: ['imports'] as const,
  lock: () => [...importKeys.all, 'lock'] as const,
  lists: () => [...importKeys.all, 'list'] as const,
  detail: (id: string) => [...importKeys.all, 'detail', id] as const,
  rollback: (id: string) => [...importKeys.all, 'rollback', id] as const,
  rejects: (id: string) => [...importKeys.all, 'rejects', id] as const,
};

/** How soon to ask for the lock again: every second while somebody holds it or waits, else every 4 s. */
export function lockPollMs(lock: LockStatus | undefined): number {
  const busy = lock !== undefined && (lock.holder !== null || lock.waiting.length > 0);
  return busy ? POLL_BUSY_MS : POLL_IDLE_MS;
}

/** How soon to ask for an import again after so many `answers`; `false` once its state is final. */
export function importPollMs(
  import_: Import | undefined,
  answers = Number.POSITIVE_INFINITY,
): number | false {
  switch (import_?.state) {
    case 'waiting':
      return POLL_BUSY_MS;
    case 'checking':
    case 'publishing':
      return answers < SOON_ANSWERS ? POLL_SOON_MS : POLL_BUSY_MS;
    case 'draft':
      return POLL_DRAFT_MS;
    default:
      return false;
  }
}

/** Who holds the lock, who waits, and the newest snapshot. */
export function lockQuery() {
  return queryOptions({
    queryKey: importKeys.lock(),
    queryFn: ({ signal }) => apiFetch(getLock, { signal }),
    refetchInterval: (query) => lockPollMs(query.state.data),
  });
}

/** One import by id or number, polled until it is over. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: importKeys.detail(id),
    queryFn: ({ signal }) => apiFetch(getImport, { params: { id }, signal }),
    refetchInterval: ({ state }) => importPollMs(state.data, state.dataUpdateCount),
  });
}

/** Pages of imports, newest first, running and waiting ones on top; `fetchNextPage` shows older ones. */
export function importListQuery(
  filter: { state?: ImportState; outcome?: ImportOutcome; q?: string; limit?: number } = {},
) {
  return infiniteQueryOptions({
    queryKey: [...importKeys.lists(), filter] as const,
    queryFn: ({ pageParam, signal }) =>
      apiFetch(listImports, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((item) => importPollMs(item) !== false))
        ? POLL_BUSY_MS
        : POLL_IDLE_MS,
  });
}

/** Rejected records of an import, grouped, in pages; `file` narrows to one file by its name. */
export function rejectsQuery(id: string, filter: { file?: string; limit?: number } = {}) {
  return infiniteQueryOptions({
    queryKey: [...importKeys.rejects(id), filter] as const,
    queryFn: ({ pageParam, signal }) =>
      apiFetch(listRejects, { params: { id }, query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** What rolling an import back would do now; counted anew each time it is looked at. */
export function rollbackQuery(id: string) {
  return queryOptions({
    queryKey: importKeys.rollback(id),
    queryFn: ({ signal }) => apiFetch(previewRollback, { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}
