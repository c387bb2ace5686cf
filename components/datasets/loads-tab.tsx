'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { useNow } from '@/components/shell/use-now';
import { LoadFailed } from '@/components/ui/load-failed';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Skeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { datasetHistoryQuery } from '@/lib/datasets/queries';
import { formatCount } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import { datasetPath } from '@/lib/navigation/dataset-path';
import { importPath } from '@/lib/navigation/import-path';
import type { Load } from './compare/snapshot-picks';
import type { DatasetDetail } from './dataset-head';

const NUMBERS = ['inserted', 'updated', 'unchanged', 'rejected', 'rowsAfter'] as const;
const HEADS = ['Inserted', 'Updated', 'Unchanged', 'Rejected', 'Rows after'];

/** The imports that loaded the dataset, newest first, each with what it did. */
export function LoadsTab({ dataset }: { dataset: DatasetDetail }) {
  const { snapshot } = useSnapshot();
  const now = useNow();
  const query = useQuery(datasetHistoryQuery(dataset.name, snapshot ?? dataset.snapshot));
  if (query.isPending) return <Skeleton label="Loading the imports of the dataset" className="p-6" />;
  if (query.isError)
    return (
      <LoadFailed title="Could not load the imports of the dataset" className="m-6" onRetry={query.refetch}>
        {query.error.message}
      </LoadFailed>
    );
  const { loads } = query.data;
  return (
    <ScrollRegion label="Loads" className="min-h-0 flex-1 px-4 py-3 sm:px-6">
      <Table caption="Imports that loaded the dataset">
        <thead>
          <tr>
            <HeadCell>Import</HeadCell>
            <HeadCell>Mode</HeadCell>
            <HeadCell>Files</HeadCell>
            <HeadCell>By</HeadCell>
            {HEADS.map((head) => (
              <HeadCell key={head} isNumber>
                {head}
              </HeadCell>
            ))}
            <HeadCell>
              <span className="sr-only">Compare</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {loads.map((load, index) => (
            <tr key={load.import}>
              <RowHead>
                <Link href={importPath(load.import)} className="text-accent hover:underline">
                  #{load.import}
                </Link>
              </RowHead>
              <Cell className="text-fg-2">{load.kind === 'rollback' ? 'roll back' : load.mode}</Cell>
              <Cell className="max-w-72 truncate text-fg-2">{load.files.join(', ') || '–'}</Cell>
              <Cell className="whitespace-nowrap text-fg-2">
                {load.owner.name},{' '}
                <span title={formatFullTime(new Date(load.at))}>
                  {now && formatTimeAgo(new Date(load.at), now)}
                </span>
              </Cell>
              {NUMBERS.map((name) => (
                <Cell
                  key={name}
                  isNumber
                  className={name === 'rejected' && load[name] > 0 ? 'text-danger!' : ''}
                >
                  {formatCount(load[name])}
                </Cell>
              ))}
              <Cell className="whitespace-nowrap">
                <CompareLink dataset={dataset.name} load={load} before={loads[index + 1]} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {loads.length < dataset.loads && (
        <p className="py-2 text-sm text-fg-2">
          Showing the newest <b className="text-fg">{formatCount(loads.length)}</b> of{' '}
          <b className="text-fg">{formatCount(dataset.loads)}</b> loads. Choose an earlier snapshot to see
          those before.
        </p>
      )}
    </ScrollRegion>
  );
}

type CompareLinkProps = { dataset: string; load: Load; before: Load | undefined };

function CompareLink({ dataset, load, before }: CompareLinkProps) {
  if (before === undefined) return null;
  return (
    <Link
      href={datasetPath(dataset, { tab: 'compare', from: before.import, snapshot: load.import })}
      className="text-accent hover:underline"
    >
      Compare<span className="sr-only"> #{load.import}</span> with #{before.import}
    </Link>
  );
}
