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
import { importPath } from '@/lib/navigation/import-path';
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
          </tr>
        </thead>
        <tbody>
          {query.data.loads.map((load) => (
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
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
