'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { RejectTable } from '@/components/ui/reject-table';
import { ShownOf } from '@/components/ui/shown-of';
import { rejectsQuery } from '@/lib/imports/queries';

/** Every rejected record whose details are kept, in pages. */
export function RejectList({ importId }: { importId: string }) {
  const list = useInfiniteQuery(rejectsQuery(importId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const kept = list.data?.pages[0]?.kept ?? 0;
  return (
    <div className="flex flex-col gap-2">
      <RejectTable items={items} />
      <ShownOf shown={items.length} total={kept} list={list} more="Show more" />
    </div>
  );
}
