'use client';
import { useQuery } from '@tanstack/react-query';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { datasetHistoryQuery } from '@/lib/datasets/queries';
import type { DatasetDetail } from '../dataset-head';
import { ComparedRows } from './compared-rows';
import { type Load, SnapshotPicks } from './snapshot-picks';
import { useCompareAddress } from './use-compare-address';

/** Two snapshots of the dataset beside each other: the rows that were added, changed and removed between them. */
export function CompareTab({ dataset }: { dataset: DatasetDetail }) {
  const { snapshot, newest } = useSnapshot();
  const address = useCompareAddress(dataset.name);
  const to = snapshot ?? dataset.snapshot;
  const history = useQuery(datasetHistoryQuery(dataset.name, Math.max(to, newest ?? to)));
  if (history.isPending) return <Skeleton label="Loading the imports of the dataset" className="p-6" />;
  if (history.isError)
    return (
      <LoadFailed title="Could not load the imports of the dataset" className="m-6" onRetry={history.refetch}>
        {history.error.message}
      </LoadFailed>
    );
  const { loads } = history.data;
  const from = address.from ?? loadBefore(loads, to);
  if (from === undefined)
    return (
      <MessageBlock title="There is nothing to compare yet" className="m-6">
        #{loads.at(-1)?.import} is the first import that loaded this dataset, so there are no rows before it.
      </MessageBlock>
    );
  const picks = (
    <SnapshotPicks
      loads={loads}
      from={from}
      to={to}
      onChange={(next) => address.show({ ...next, change: address.change })}
    />
  );
  if (from >= to)
    return (
      <div className="flex flex-col items-start gap-4 p-6">
        {picks}
        <MessageBlock title={`Choose a snapshot before #${to}`}>
          #{from} is not earlier than #{to}, so there is nothing in between.
        </MessageBlock>
      </div>
    );
  return (
    <ComparedRows
      key={`${from} ${to} ${address.change}`}
      dataset={dataset}
      from={from}
      to={to}
      change={address.change}
      onChange={(change) => address.show({ from, to, change })}
      picks={picks}
    />
  );
}

/** What the newest load changed is what people ask first. */
function loadBefore(loads: readonly Load[], to: number): number | undefined {
  return loads.filter((load) => load.import <= to)[1]?.import;
}
