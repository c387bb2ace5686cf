import { queryOptions } from '@tanstack/react-query';
import { apiFetch } from '@/lib/http/api-fetch';
import { listRecipes } from './draft-contract';
import { plainHeader } from './plain-header';
import { importKeys } from './queries';

/** What was confirmed for files with a header, newest first; nothing is asked without one. */
export function recipesForHeader(header: readonly string[]) {
  const text = plainHeader(header);
  return queryOptions({
    queryKey: [...importKeys.all, 'recipes', 'header', text] as const,
    queryFn: ({ signal }) => apiFetch(listRecipes, { query: { header: text }, signal }),
    enabled: header.length > 0,
  });
}

/** All versions of the recipes of a dataset as of a snapshot, newest first. */
export function recipesOfDataset(dataset: string, snapshot?: number) {
  return queryOptions({
    queryKey: [...importKeys.all, 'recipes', 'dataset', dataset.toLowerCase(), snapshot] as const,
    queryFn: ({ signal }) =>
      apiFetch(listRecipes, { query: { dataset, versions: 'true', snapshot }, signal }),
  });
}
