'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { ShownOf } from '@/components/ui/shown-of';
import { Skeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import type { listDatasetRejects } from '@/lib/datasets/contract';
import { datasetRejectsQuery, type RejectGroupRef } from '@/lib/datasets/queries';
import { formatCount } from '@/lib/format-text/format-count';
import type { EndpointResponse } from '@/lib/http/endpoint';
import { importPath } from '@/lib/navigation/import-path';
import type { DatasetDetail } from '../dataset-head';

type DatasetReject = EndpointResponse<typeof listDatasetRejects>['items'][number];
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
      <ScrollRegion label="Rejected records" className="max-h-[32rem] rounded-card border border-line">
        <Table caption="Rejected records">
          <thead className="sticky top-0 bg-sunken">
            <tr>
              <HeadCell>Import</HeadCell>
              <HeadCell>File</HeadCell>
              <HeadCell isNumber>Record</HeadCell>
              <HeadCell isNumber>Line</HeadCell>
              <HeadCell>Column</HeadCell>
              <HeadCell>Reason</HeadCell>
              <HeadCell>Raw record</HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.map((reject, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order of the list is fixed
              <RejectRow key={index} reject={reject} />
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
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

function RejectRow({ reject }: { reject: DatasetReject }) {
  const reasons = reject.reasons.length > 0 ? reject.reasons.map((it) => it.message) : [reject.message];
  return (
    <tr className="align-top [&>*]:py-1">
      <Cell>
        <Link href={importPath(reject.import)} className="text-accent hover:underline">
          #{reject.import}
        </Link>
      </Cell>
      <RowHead className="max-w-44 truncate">
        <span title={reject.file}>{reject.file}</span>
      </RowHead>
      <Cell isNumber>{reject.record === null ? '–' : formatCount(reject.record)}</Cell>
      <Cell isNumber>{reject.line === null ? '–' : formatCount(reject.line)}</Cell>
      <Cell className="font-mono text-xs">{reject.column ?? 'whole record'}</Cell>
      <Cell className="min-w-56">
        {reasons.map((reason) => (
          <span key={reason} className="block">
            {reason}
          </span>
        ))}
      </Cell>
      <Cell className="max-w-80 truncate font-mono text-xs text-fg-2">
        <span title={reject.raw}>{reject.raw}</span>
      </Cell>
    </tr>
  );
}
