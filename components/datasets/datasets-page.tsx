'use client';
import { useQuery } from '@tanstack/react-query';
import { Rows3, Search } from 'lucide-react';
import Link from 'next/link';
import { useDeferredValue, useState } from 'react';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { useNow } from '@/components/shell/use-now';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Skeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field';
import type { DatasetSummary } from '@/lib/datasets/contract';
import { datasetsQuery } from '@/lib/datasets/queries';
import { formatCount } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import { datasetPath, shownDataset } from '@/lib/navigation/dataset-path';
import { importPath } from '@/lib/navigation/import-path';

const PAGE = 500;

/** All datasets as of the snapshot that is read. */
export function DatasetsPage() {
  const { snapshot, isPinnedByAddress } = useSnapshot();
  const { open } = useImportDialog();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const list = useQuery({
    ...datasetsQuery({ snapshot: snapshot ?? undefined, limit: PAGE, ...(q === '' ? {} : { q }) }),
    enabled: typeof snapshot === 'number',
  });
  const items = list.data?.items ?? [];
  const isEmpty = snapshot === null || (list.isSuccess && items.length === 0 && q === '');
  return (
    <div className="mx-auto flex w-full max-w-[92rem] flex-col gap-3 px-4 py-5 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-xl" tabIndex={-1}>
            Datasets
          </h1>
          <p className="text-base text-fg-2">Rows that were imported, each with its history.</p>
        </div>
        <TextField
          label="Name of a dataset"
          isLabelHidden
          type="search"
          isPageFilter
          icon={Search}
          placeholder="Name of a dataset"
          value={typed}
          onChange={setTyped}
          maxLength={200}
          className="w-64 max-sm:w-full"
        />
      </div>
      {list.isPending && snapshot !== null && (
        <Skeleton label="Loading datasets" className="rounded-card border border-line bg-surface p-6" />
      )}
      {list.isError && (
        <LoadFailed title="Could not load the datasets" onRetry={list.refetch}>
          {list.error.message}
        </LoadFailed>
      )}
      {isEmpty && (
        <MessageBlock
          title="No datasets yet"
          action={
            <Button variant="link" size={28} onPress={() => open()}>
              Import files…
            </Button>
          }
        >
          Import rows as CSV, Parquet or JSON; the dataset is made from them.
        </MessageBlock>
      )}
      {list.isSuccess && items.length === 0 && q !== '' && (
        <MessageBlock title="No match">No dataset has “{q}” in its name.</MessageBlock>
      )}
      {items.length > 0 && (
        <DatasetTable items={items} snapshot={isPinnedByAddress ? (snapshot ?? undefined) : undefined} />
      )}
      {list.data && items.length > 0 && (
        <p className="text-sm text-fg-2">
          Showing <b className="text-fg">{formatCount(items.length)}</b> of{' '}
          <b className="text-fg">{formatCount(list.data.total)}</b> datasets, as of #{list.data.snapshot}
        </p>
      )}
    </div>
  );
}

function DatasetTable({
  items,
  snapshot,
}: {
  items: readonly DatasetSummary[];
  snapshot: number | undefined;
}) {
  const now = useNow();
  return (
    <ScrollRegion label="Datasets" className="rounded-card border border-line bg-surface">
      <Table caption="Datasets" className="[&_td]:h-10 [&_th]:whitespace-nowrap">
        <thead>
          <tr>
            <HeadCell className="pl-4">Dataset</HeadCell>
            <HeadCell isNumber>Rows</HeadCell>
            <HeadCell isNumber>Columns</HeadCell>
            <HeadCell>Key</HeadCell>
            <HeadCell className="pr-4">Changed</HeadCell>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.name} className="hover:bg-hover">
              <RowHead className="pl-4">
                <Link
                  href={datasetPath(item.name, { snapshot })}
                  className="flex w-fit items-center gap-2 text-accent hover:underline"
                >
                  <Icon icon={Rows3} size={14} />
                  {shownDataset(item.name)}
                </Link>
              </RowHead>
              <Cell isNumber>{formatCount(item.rows)}</Cell>
              <Cell isNumber>{formatCount(item.columns)}</Cell>
              <Cell className="font-mono text-xs">{item.key.join(' + ') || '–'}</Cell>
              <Cell className="pr-4 whitespace-nowrap text-fg-2">
                <Link href={importPath(item.changed.import)} className="text-accent underline">
                  #{item.changed.import}
                </Link>{' '}
                by {item.changed.owner.name},{' '}
                <span title={formatFullTime(new Date(item.changed.at))}>
                  {now && formatTimeAgo(new Date(item.changed.at), now)}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
