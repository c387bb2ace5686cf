import { ChevronRight, Waypoints } from 'lucide-react';
import Link from 'next/link';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { ButtonLink } from '@/components/ui/button-link';
import { Icon } from '@/components/ui/icon';
import type { getDataset } from '@/lib/datasets/contract';
import { countOf } from '@/lib/format-text/format-count';
import type { EndpointResponse } from '@/lib/http/endpoint';
import { shownDataset } from '@/lib/navigation/dataset-path';
import { lineagePath } from '@/lib/navigation/lineage-path';
import { AsOfControl } from './as-of-control';

export type DatasetDetail = EndpointResponse<typeof getDataset>;

/** Name and size of the dataset, the snapshot that the whole page shows, and the way to its lineage. */
export function DatasetHead({ dataset }: { dataset: DatasetDetail }) {
  const { snapshot, isPinnedByAddress } = useSnapshot();
  const pinned = isPinnedByAddress ? (snapshot ?? undefined) : undefined;
  const facts = [
    countOf(dataset.rows, 'row'),
    countOf(dataset.columns.length, 'column'),
    dataset.key.length === 0 ? 'no key' : `key ${dataset.key.join(' + ')}`,
    `read by ${countOf(dataset.readers, 'object')}`,
  ];
  return (
    <header className="flex flex-wrap items-end justify-between gap-3 px-4 pt-3 sm:px-6">
      <div className="flex min-w-0 flex-col gap-0.5">
        <nav aria-label="Where you are" className="flex items-center gap-1.5 text-sm text-fg-2">
          <Link href="/datasets" className="hover:underline">
            Datasets
          </Link>
          <Icon icon={ChevronRight} size={14} />
          <span aria-current="page" className="truncate">
            {shownDataset(dataset.name)}
          </span>
        </nav>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-xl" tabIndex={-1}>
            {shownDataset(dataset.name)}
          </h1>
          <p className="text-base text-fg-2 tabular">{facts.join(' · ')}</p>
        </div>
      </div>
      <div className="flex items-center gap-2">
        <AsOfControl dataset={dataset.name} />
        <ButtonLink
          href={lineagePath({ object: dataset.object, up: 1, down: 2, snapshot: pinned })}
          icon={Waypoints}
        >
          Lineage
        </ButtonLink>
      </div>
    </header>
  );
}
