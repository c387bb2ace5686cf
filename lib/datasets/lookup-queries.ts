import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, apiFetch } from '@/lib/http/api-fetch';
import { getDataset, listDatasets } from './contract';

/** What an import that is prepared knows about the datasets it may go to; nothing else reads these answers. */
export const LOOKUPS_KEY = ['datasets', 'lookup'] as const;

const NAMES_MAX = 1000;

/** Names of the datasets that are there now; `isComplete`: one that is not among them is not there. */
export function datasetNamesQuery() {
  return queryOptions({
    queryKey: [...LOOKUPS_KEY, 'names'],
    queryFn: async ({ signal }) => {
      const { items, nextCursor } = await apiFetch(listDatasets, { query: { limit: NAMES_MAX }, signal });
      return { names: items.map(({ name }) => name), isComplete: nextCursor === null };
    },
  });
}

/** Columns, key and number of rows of a dataset as it is now; null when there is none of this name. */
export function datasetLookupQuery(name: string) {
  return queryOptions({
    queryKey: [...LOOKUPS_KEY, 'one', name],
    queryFn: async ({ signal }) => {
      try {
        const { columns, key, rows } = await apiFetch(getDataset, { params: { name }, query: {}, signal });
        return { columns, key, rows };
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.code === 'not-found') return null;
        throw error;
      }
    },
  });
}
