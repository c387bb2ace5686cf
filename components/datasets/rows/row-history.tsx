'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useNow } from '@/components/shell/use-now';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import type { Cell, DatasetRow, getDatasetHistory } from '@/lib/datasets/contract';
import { datasetHistoryQuery } from '@/lib/datasets/queries';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { formatFullTime, formatTimeAgo } from '@/lib/format-text/format-time';
import type { EndpointResponse } from '@/lib/http/endpoint';
import { datasetPath } from '@/lib/navigation/dataset-path';
import { importPath } from '@/lib/navigation/import-path';
import type { DatasetDetail } from '../dataset-head';

type History = EndpointResponse<typeof getDatasetHistory>;
type Version = History['versions'][number];
type RowHistoryProps = { dataset: DatasetDetail; row: DatasetRow; snapshot: number; onClose: () => void };

/** Every version of a row that changed something: which import, which file and line, and what it changed. */
export function RowHistory({ dataset, row, snapshot, onClose }: RowHistoryProps) {
  const key = Object.fromEntries(dataset.key.map((name) => [name, row.values[name] ?? null]));
  const query = useQuery(datasetHistoryQuery(dataset.name, snapshot, key));
  const versions = [...(query.data?.versions ?? [])].sort((a, b) => b.from - a.from);
  const others = (query.data?.loads.length ?? 0) - new Set(versions.map((version) => version.from)).size;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="md"
      title={dataset.key.map((name) => `${name} ${row.values[name] ?? 'null'}`).join(', ')}
      foot={
        <Button variant="primary" onPress={onClose} className="ml-auto">
          Close
        </Button>
      }
    >
      <div className="flex flex-col gap-3 px-5 py-4">
        {query.isPending && <Skeleton label="Loading the history of the row" />}
        {query.isError && (
          <p role="alert" className="text-danger">
            {query.error.message}
          </p>
        )}
        {query.data && (
          <p className="text-sm text-fg-2">
            {countOf(versions.length, 'version')}
            {others > 0 && `, left unchanged by ${countOf(others, 'other load')}`}
          </p>
        )}
        <ol className="flex flex-col">
          {versions.map((version, index) => (
            <VersionItem
              key={version.from}
              version={version}
              before={versions[index + 1]}
              dataset={dataset.name}
              columns={dataset.columns.map((column) => column.name)}
            />
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

type VersionItemProps = {
  version: Version;
  before: Version | undefined;
  dataset: string;
  columns: readonly string[];
};

function VersionItem({ version, before, dataset, columns }: VersionItemProps) {
  const now = useNow();
  const { origin, from } = version;
  const at = new Date(origin.at);
  const changed = before ? columns.filter((name) => version.values[name] !== before.values[name]) : [];
  return (
    <li className="relative border-l border-line-strong pb-4 pl-5 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute top-1 -left-1.5 size-3 rounded-full border-2 border-accent bg-surface"
      />
      <p className="text-base">
        <b className="font-semibold">{before ? 'Updated' : 'Inserted'} in </b>
        <Link href={importPath(origin.import)} className="font-semibold text-accent hover:underline">
          #{origin.import}
        </Link>{' '}
        by {origin.owner.name}, <span title={formatFullTime(at)}>{now && formatTimeAgo(at, now)}</span>
      </p>
      <p className="text-sm text-fg-2">
        {origin.file},{' '}
        {origin.line === null ? `record ${formatCount(origin.record)}` : `line ${formatCount(origin.line)}`}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {changed.map((name) => (
          <li key={name} className="flex flex-wrap items-center gap-1.5 text-sm">
            <span className="font-mono text-xs">{name}</span>
            <s className="rounded-tag bg-del-tint px-1 text-del">{cellText(before?.values[name])}</s>
            <span className="rounded-tag bg-add-tint px-1 text-add">{cellText(version.values[name])}</span>
          </li>
        ))}
      </ul>
      <ButtonLink href={datasetPath(dataset, { snapshot: from })} size={28} className="mt-2">
        See the page as of #{from}
      </ButtonLink>
    </li>
  );
}

const cellText = (cell: Cell | undefined) => (cell == null ? 'null' : String(cell));
