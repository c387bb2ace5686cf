import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import type { EndpointCall } from '@/lib/http/endpoint';
import { snapshotStaleTime } from '@/lib/http/snapshot-stale-time';
import {
  type Cell,
  compareRows,
  getDataset,
  getDatasetHistory,
  listDatasetRejects,
  listDatasets,
  listRows,
  profileDataset,
} from './contract';

/** Rows that are asked for at once. */
export const ROW_BLOCK = 100;
/** Blocks that were scrolled away are forgotten after a while: a dataset may have millions of rows. */
const KEPT_MS = 60_000;

type DatasetsInput = NonNullable<EndpointCall<typeof listDatasets>['query']>;

/** Datasets by name as of a snapshot. */
export function datasetsQuery(input: DatasetsInput = {}) {
  return queryOptions({
    queryKey: ['datasets', 'list', input],
    queryFn: ({ signal }) => apiFetch(listDatasets, { query: input, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(input.snapshot),
  });
}

/** One dataset with its columns. */
export function datasetQuery(name: string, snapshot?: number) {
  return queryOptions({
    queryKey: ['datasets', 'one', name.toLowerCase(), snapshot],
    queryFn: ({ signal }) => apiFetch(getDataset, { params: { name }, query: { snapshot }, signal }),
    placeholderData: keepPreviousData,
    staleTime: snapshotStaleTime(snapshot),
  });
}

export type RowsInput = { snapshot: number; sort?: string; filter?: string };

/** Rows of one block, by their place in the sorted and filtered dataset. */
export function rowBlockQuery(name: string, input: RowsInput, block: number) {
  return queryOptions({
    queryKey: ['datasets', 'rows', name.toLowerCase(), input, block],
    queryFn: ({ signal }) =>
      apiFetch(listRows, {
        params: { name },
        query: { ...input, limit: ROW_BLOCK, offset: block * ROW_BLOCK },
        signal,
      }),
    staleTime: snapshotStaleTime(input.snapshot),
    gcTime: KEPT_MS,
    retry: false,
  });
}

/** Fill rate, range and a small histogram of each column, of the rows that match the filter. */
export function profileQuery(name: string, { snapshot, filter }: Omit<RowsInput, 'sort'>) {
  return queryOptions({
    queryKey: ['datasets', 'profile', name.toLowerCase(), snapshot, filter],
    queryFn: ({ signal }) =>
      apiFetch(profileDataset, {
        params: { name },
        query: { snapshot, ...(filter === undefined ? {} : { filter }) },
        signal,
      }),
    staleTime: snapshotStaleTime(snapshot),
    retry: false,
  });
}

/** The imports that loaded a dataset, newest first; with a key also every version of that row. */
export function datasetHistoryQuery(name: string, snapshot: number, key?: Record<string, Cell>) {
  const asText = key === undefined ? undefined : JSON.stringify(key);
  return queryOptions({
    queryKey: ['datasets', 'history', name.toLowerCase(), snapshot, asText],
    queryFn: ({ signal }) =>
      apiFetch(getDatasetHistory, {
        params: { name },
        query: { snapshot, ...(asText === undefined ? {} : { key: asText }) },
        signal,
      }),
    staleTime: snapshotStaleTime(snapshot),
  });
}

export type ComparisonInput = {
  from: number;
  to: number;
  change?: 'added' | 'changed' | 'removed';
};

/** Rows of one block of those that differ between two snapshots, with how many there are of each kind. */
export function comparisonBlockQuery(name: string, input: ComparisonInput, block: number) {
  return queryOptions({
    queryKey: ['datasets', 'compare', name.toLowerCase(), input, block],
    queryFn: ({ signal }) =>
      apiFetch(compareRows, {
        params: { name },
        query: { ...input, limit: ROW_BLOCK, offset: block * ROW_BLOCK },
        signal,
      }),
    staleTime: snapshotStaleTime(input.to),
    gcTime: KEPT_MS,
    retry: false,
  });
}

export type RejectGroupRef = { code: string; column: string };

/** Records that the loads of a dataset rejected, in pages; of one group only if wanted (column empty: whole records). */
export function datasetRejectsQuery(name: string, snapshot: number, group?: RejectGroupRef) {
  return infiniteQueryOptions({
    queryKey: ['datasets', 'rejects', name.toLowerCase(), snapshot, group],
    queryFn: ({ pageParam, signal }) =>
      apiFetch(listDatasetRejects, {
        params: { name },
        query: { snapshot, ...group, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // What is fixed later is told too, so an answer does not stay as it is.
    staleTime: 0,
  });
}
