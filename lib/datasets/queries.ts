import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import type { EndpointCall } from '@/lib/http/endpoint';
import { snapshotStaleTime } from '@/lib/http/snapshot-stale-time';
import { getDataset, listDatasets } from './contract';

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
