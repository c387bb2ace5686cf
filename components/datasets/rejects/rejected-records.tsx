'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { RejectTable } from '@/components/ui/reject-table';
import { ShownOf } from '@/components/ui/shown-of';
import { Skeleton } from '@/components/ui/skeleton';
import { datasetRejectsQuery, type RejectGroupRef } from '@/lib/datasets/queries';
import { importPath } from '@/lib/navigation/import-path';
import type { DatasetDetail } from '../dataset-head';

type RejectedRecordsProps = {
  dataset: DatasetDetail;
  /** Undefined: all records. */
  group: RejectGroupRef | undefined;
  onAll: () => void;
};

/** Every rejected record whose details are kept, or those of one group, in pages. */
export function RejectedRecords({ dataset, group, onAll }: RejectedRecordsProps) {
  const list = useInfiniteQuery(datasetRejectsQuery(dataset.name, dataset.snapshot, group));
  if (list.isError)
    return (
      <LoadFailed title="Could not load the rejected records" onRetry={list.refetch}>
        {list.error.message}
      </LoadFailed>
    );
  if (list.isPending) return <Skeleton label="Loading the rejected records" />;
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="flex flex-col gap-2">
      <RejectTable
        items={items}
        first={{
          head: 'Import',
          cell: ({ import: number }) => (
            <Link href={importPath(number)} className="text-accent hover:underline">
              #{number}
            </Link>
          ),
        }}
      />
      <ShownOf shown={items.length} total={list.data.pages[0]?.kept ?? 0} list={list} more="Show more">
        {group !== undefined && (
          <Button variant="link" size={24} onPress={onAll}>
            List all groups
          </Button>
        )}
      </ShownOf>
    </div>
  );
}
