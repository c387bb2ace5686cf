import { useRouter, useSearchParams } from 'next/navigation';
import { datasetPath } from '@/lib/navigation/dataset-path';

export const KINDS = ['added', 'changed', 'removed'] as const;
export type Kind = (typeof KINDS)[number];

export type CompareAddress = {
  /** The earlier snapshot; undefined when the address does not say one. */
  from: number | undefined;
  /** Undefined: all kinds. */
  change: Kind | undefined;
  /** Writes both snapshots into the address, so that a copied link always shows the same rows. */
  show: (next: { from: number; to: number; change: Kind | undefined }) => void;
};

/** What is compared and shown, as the address says it. */
export function useCompareAddress(name: string): CompareAddress {
  const router = useRouter();
  const params = useSearchParams();
  const from = params.get('from');
  return {
    from: from !== null && /^[1-9]\d{0,8}$/.test(from) ? Number(from) : undefined,
    change: KINDS.find((kind) => kind === params.get('change')),
    show: ({ to, ...rest }) =>
      router.replace(datasetPath(name, { tab: 'compare', ...rest, snapshot: to }), { scroll: false }),
  };
}
