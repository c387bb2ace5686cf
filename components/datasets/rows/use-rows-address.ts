import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { datasetPath } from '@/lib/navigation/dataset-path';

export type RowsAddress = {
  sort: string;
  filter: string;
  change: (next: { sort?: string; filter?: string }) => void;
};

/** Sort and filter as the address says them, so that a link shows the same rows. */
export function useRowsAddress(name: string): RowsAddress {
  const router = useRouter();
  const params = useSearchParams();
  return useMemo(() => {
    const sort = params.get('sort') ?? '';
    const filter = params.get('filter') ?? '';
    const snapshot = params.get('snapshot');
    return {
      sort,
      filter,
      change: (next) =>
        router.replace(
          datasetPath(name, {
            sort,
            filter,
            ...next,
            ...(snapshot === null ? {} : { snapshot: Number(snapshot) }),
          }),
          { scroll: false },
        ),
    };
  }, [name, params, router]);
}
