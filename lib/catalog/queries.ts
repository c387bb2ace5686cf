import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import type { EndpointCall } from '@/lib/http/endpoint';
import { snapshotStaleTime } from '@/lib/http/snapshot-stale-time';
import {
  getObject,
  getObjectHistory,
  getSnapshot,
  listObjects,
  listSchemas,
  listSnapshots,
  search,
} from './contract';

export type ObjectsInput = NonNullable<EndpointCall<typeof listObjects>['query']>;
export type SchemasInput = NonNullable<EndpointCall<typeof listSchemas>['query']>;
export type SearchInput = NonNullable<EndpointCall<typeof search>['query']>;

/** Key of everything that shows the newest state; invalidate it when a snapshot is published. */
export const SNAPSHOTS_KEY = ['catalog', 'snapshots'] as const;

/** Snapshots, newest first, page by page. */
export function snapshotsQuery(limit = 50) {
  return infiniteQueryOptions({
    queryKey: [...SNAPSHOTS_KEY, 'list', limit],
    queryFn: ({ pageParam, signal }) =>
      apiFetch(listSnapshots, { query: { limit, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One snapshot by number; it never changes. */
export function snapshotQuery(n: number) {
  return queryOptions({
    queryKey: [...SNAPSHOTS_KEY, 'one', n],
    queryFn: ({ signal }) => apiFetch(getSnapshot, { params: { n }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The explorer's schemas, with the number of objects that match. */
export function schemasQuery(input: SchemasInput = {}) {
  return queryOptions({
    queryKey: ['catalog', 'schemas', input],
    queryFn: ({ signal }) => apiFetch(listSchemas, { query: input, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}

/** One page of objects: a schema of up to 500, or a range by its `cursor` and `total` as `limit`. */
export function objectsQuery(input: ObjectsInput = {}) {
  return queryOptions({
    queryKey: ['catalog', 'objects', 'page', input],
    queryFn: ({ signal }) => apiFetch(listObjects, { query: input, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}

/** One object by id or name, with columns, definition and degrees. */
export function objectQuery(id: string, snapshot?: number) {
  return queryOptions({
    queryKey: ['catalog', 'object', id, { snapshot }],
    queryFn: ({ signal }) => apiFetch(getObject, { params: { id }, query: { snapshot }, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(snapshot),
  });
}

/** The snapshots that changed an object, newest first. */
export function objectHistoryQuery(id: string) {
  return queryOptions({
    queryKey: ['catalog', 'object-history', id],
    queryFn: ({ signal }) => apiFetch(getObjectHistory, { params: { id }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Search over names, columns and SQL text. An empty `q` finds nothing and asks nobody. */
export function searchQuery(input: SearchInput) {
  return queryOptions({
    queryKey: ['catalog', 'search', input],
    queryFn: ({ signal }) => apiFetch(search, { query: input, signal }),
    enabled: input.q.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}
