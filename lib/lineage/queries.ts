import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import type { EndpointCall } from '@/lib/http/endpoint';
import { snapshotStaleTime } from '@/lib/http/snapshot-stale-time';
import { getCoverage, getEvidence, getLineage, getObjectColumns } from './contract';
import { getLoggedQuery } from './query-log-contract';
import { DEPTH_MAX, type PickedColumn } from './view-state';

export type LineageInput = Omit<NonNullable<EndpointCall<typeof getLineage>['query']>, 'level' | 'column'>;

/** The trace of one object. The last picture stays while the next one loads (`isPlaceholderData`). */
export function lineageQuery(input: LineageInput) {
  return queryOptions({
    queryKey: ['lineage', 'trace', input],
    queryFn: async ({ signal }) => {
      const answer = await apiFetch(getLineage, { query: { ...input, level: 'object' }, signal });
      if (answer.level !== 'object') throw new TypeError('The server answered at another level.');
      return answer;
    },
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}

/** The most objects that the path of one column draws. */
export const PATH_OBJECTS_MAX = 400;

/** Everything that a column is made of and goes into. */
export function columnTraceQuery(picked: PickedColumn, input: { influence: boolean; snapshot: number }) {
  return queryOptions({
    queryKey: ['lineage', 'column', picked, input],
    queryFn: async ({ signal }) => {
      const query = {
        ...{ object: picked.object, column: picked.column, level: 'column' as const },
        ...{ up: DEPTH_MAX, down: DEPTH_MAX, limit: PATH_OBJECTS_MAX, snapshot: input.snapshot },
        influence: input.influence ? ('true' as const) : ('false' as const),
      };
      const answer = await apiFetch(getLineage, { query, signal });
      if (answer.level !== 'column') throw new TypeError('The server answered at another level.');
      return answer;
    },
    staleTime: snapshotStaleTime(input.snapshot),
  });
}

/** The most objects whose columns one request gives. */
export const COLUMN_OBJECTS_MAX = 100;

const idList = (ids: readonly string[]) => [...ids].sort().slice(0, COLUMN_OBJECTS_MAX).join(',');

/** The columns of objects as the catalog has them, at once. Those of before stay while more are loading. */
export function catalogColumnsQuery(ids: readonly string[], { snapshot }: { snapshot: number }) {
  const objects = idList(ids);
  return queryOptions({
    queryKey: ['lineage', 'catalog-columns', objects, { snapshot }],
    queryFn: ({ signal }) =>
      apiFetch(getObjectColumns, { query: { objects, snapshot, edges: 'false' }, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(snapshot),
  });
}

/** The columns of objects and the edges among them. Those of before stay while more are loading. */
export function objectColumnsQuery(ids: readonly string[], input: { influence: boolean; snapshot: number }) {
  const objects = idList(ids);
  return queryOptions({
    queryKey: ['lineage', 'columns', objects, input],
    queryFn: ({ signal }) =>
      apiFetch(getObjectColumns, {
        query: { objects, snapshot: input.snapshot, influence: input.influence ? 'true' : 'false' },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}

/** Every proof of every edge of one object. */
export function evidenceQuery(id: string, snapshot?: number) {
  return queryOptions({
    queryKey: ['lineage', 'evidence', id, { snapshot }],
    queryFn: ({ signal }) => apiFetch(getEvidence, { params: { id }, query: { snapshot }, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(snapshot),
  });
}

/** A logged statement: its text, and how often it was seen. */
export function loggedQueryQuery(id: string, { source, snapshot }: { source: string; snapshot: number }) {
  return queryOptions({
    queryKey: ['lineage', 'logged-query', id, { source, snapshot }],
    queryFn: ({ signal }) =>
      apiFetch(getLoggedQuery, { params: { id }, query: { source, snapshot }, signal }),
    staleTime: snapshotStaleTime(snapshot),
  });
}

export type CoverageInput = Omit<NonNullable<EndpointCall<typeof getCoverage>['query']>, 'cursor'>;

/** How the definition of one object was read, once for each source that has it; none for objects that are not SQL. */
export function objectCoverageQuery(object: string, snapshot?: number) {
  return queryOptions({
    queryKey: ['lineage', 'object-coverage', object, { snapshot }],
    queryFn: ({ signal }) => apiFetch(getCoverage, { query: { object, snapshot }, signal }),
    staleTime: snapshotStaleTime(snapshot),
  });
}

/** How much of the SQL was read, page by page. */
export function coverageQuery(input: CoverageInput) {
  return infiniteQueryOptions({
    queryKey: ['lineage', 'coverage', input],
    queryFn: ({ pageParam, signal }) =>
      apiFetch(getCoverage, { query: { ...input, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}
