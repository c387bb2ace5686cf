'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { countOf } from '@/lib/format-text/format-count';
import { rejectsQuery } from '@/lib/imports/queries';
import { RejectGroups } from './reject-groups';

/** The groups of rejected records with their sum; nothing where there are none. */
export function RejectSummary({ importId }: { importId: string }) {
  const { data } = useInfiniteQuery(rejectsQuery(importId));
  const first = data?.pages[0];
  if (!first || first.groups.length === 0) return null;
  return (
    <div>
      <p className="mb-1 text-base font-semibold">
        Rejected{' '}
        <span className="font-normal text-fg-2">
          {countOf(first.total, 'record')} in {countOf(first.groups.length, 'group')}
        </span>
      </p>
      <RejectGroups groups={first.groups} items={data.pages.flatMap((page) => page.items)} />
    </div>
  );
}
