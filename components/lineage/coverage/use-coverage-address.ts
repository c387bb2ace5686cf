import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { CoverageShow, CoverageSort } from '@/lib/lineage/contract';
import { coveragePath } from '@/lib/navigation/coverage-path';

type View = {
  source: string;
  q: string;
  show: CoverageShow;
  sort: CoverageSort;
  /** Empty: as is usual for the column. */
  order: '' | 'asc' | 'desc';
};

export type CoverageAddress = View & { change: (next: Partial<View>) => void };

/** Filters and order as the address says them, so that a link shows the same list. What it says wrongly is as if left out. */
export function useCoverageAddress(): CoverageAddress {
  const router = useRouter();
  const params = useSearchParams();
  return useMemo(() => {
    const snapshot = Number(params.get('snapshot')) || undefined;
    const order = params.get('order');
    const view: View = {
      source: params.get('source') ?? '',
      q: params.get('q') ?? '',
      show: CoverageShow.safeParse(params.get('show')).data ?? 'all',
      sort: CoverageSort.safeParse(params.get('sort')).data ?? 'told',
      order: order === 'asc' || order === 'desc' ? order : '',
    };
    return {
      ...view,
      change: (next) => {
        const { show, sort, ...rest } = { ...view, ...next };
        router.replace(
          coveragePath({
            ...rest,
            ...(show === 'all' ? {} : { show }),
            ...(sort === 'told' ? {} : { sort }),
            snapshot,
          }),
          { scroll: false },
        );
      },
    };
  }, [params, router]);
}
