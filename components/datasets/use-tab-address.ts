import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';

const TABS = ['rows', 'columns', 'loads', 'rejects', 'recipes', 'compare'] as const;
export type DatasetTab = (typeof TABS)[number];

/** The open tab as the address says it, so that a link opens the same one. */
export function useTabAddress(): [DatasetTab, (tab: DatasetTab) => void] {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const open = TABS.find((tab) => tab === params.get('tab')) ?? 'rows';
  const change = (tab: DatasetTab) => {
    const query = new URLSearchParams(params);
    if (tab === 'rows') query.delete('tab');
    else query.set('tab', tab);
    const text = query.toString();
    router.replace(`${pathname}${text === '' ? '' : `?${text}`}` as Route, { scroll: false });
  };
  return [open, change];
}
