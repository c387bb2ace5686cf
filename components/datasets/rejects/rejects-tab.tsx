'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { datasetRejectsQuery, type RejectGroupRef } from '@/lib/datasets/queries';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { DatasetDetail } from '../dataset-head';
import { RejectedGroups } from './rejected-groups';
import { RejectedRecords } from './rejected-records';
import { RejectingLoads } from './rejecting-loads';

/** Records that the loads of the dataset rejected: by column and code, by load with what can be done, and each one. */
export function RejectsTab({ dataset }: { dataset: DatasetDetail }) {
  // Undefined: nothing is listed; null: all records are.
  const [listed, setListed] = useState<RejectGroupRef | null>();
  const query = useInfiniteQuery(datasetRejectsQuery(dataset.name, dataset.snapshot));
  const first = query.data?.pages[0];
  if (query.isError)
    return (
      <LoadFailed title="Could not load the rejected records" className="m-6" onRetry={query.refetch}>
        {query.error.message}
      </LoadFailed>
    );
  if (first === undefined) return <Skeleton label="Loading the rejected records" className="p-6" />;
  if (first.total === 0)
    return (
      <MessageBlock title="No record was rejected" className="m-6">
        {countOf(dataset.loads, 'load')} up to #{dataset.snapshot} took every record of{' '}
        {dataset.loads === 1 ? 'its' : 'their'} files.
      </MessageBlock>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto px-4 py-3 sm:px-6">
      <section aria-labelledby="rejects-by-reason">
        <Heading id="rejects-by-reason" note={`${countOf(first.total, 'record')} up to #${first.snapshot}`}>
          By column and code
        </Heading>
        <RejectedGroups groups={first.groups} listed={listed ?? undefined} onList={setListed} />
      </section>
      <section aria-labelledby="rejects-by-load">
        <Heading id="rejects-by-load" note="each file of rejects has the original columns and the reason">
          By load
        </Heading>
        <RejectingLoads loads={first.loads} />
      </section>
      {listed === undefined ? (
        <Button size={28} className="self-start" onPress={() => setListed(null)}>
          List each record
        </Button>
      ) : (
        <section aria-labelledby="rejected-records">
          <Heading
            id="rejected-records"
            note={
              listed === null
                ? 'all'
                : `${listed.column === '' ? 'whole record' : listed.column}, ${listed.code}`
            }
          >
            Each record
          </Heading>
          <RejectedRecords dataset={dataset} group={listed ?? undefined} onAll={() => setListed(null)} />
        </section>
      )}
      {first.kept < first.total && (
        <p className="text-sm text-fg-2">
          Details are kept of {formatCount(first.kept)} of {formatCount(first.total)} records; all are
          counted.
        </p>
      )}
    </div>
  );
}

function Heading({ id, note, children }: { id: string; note: string; children: string }) {
  return (
    <div className="mb-1 flex flex-wrap items-baseline gap-x-2">
      <h2 id={id} className="text-md">
        {children}
      </h2>
      <span className="text-sm text-fg-2">{note}</span>
    </div>
  );
}
