import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import type { EndpointCall } from '@/lib/http/endpoint';
import { snapshotStaleTime } from '@/lib/http/snapshot-stale-time';
import { getCoverage, getEvidence, getLineage } from './contract';

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

/** Every proof of every edge of one object. */
export function evidenceQuery(id: string, snapshot?: number) {
  return queryOptions({
    queryKey: ['lineage', 'evidence', id, { snapshot }],
    queryFn: ({ signal }) => apiFetch(getEvidence, { params: { id }, query: { snapshot }, signal }),
    placeholderData: keepPreviousData,
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
