import Link from 'next/link';
import { Pill } from '@/components/ui/pill';
import { formatCount } from '@/lib/format-text/format-count';
import type { DatasetChange } from '@/lib/imports/contract';
import { datasetPath, shownDataset } from '@/lib/navigation/dataset-path';
import { Card } from './card';

type DatasetsCardProps = {
  datasets: readonly DatasetChange[];
  /** Null when nothing was published. */
  snapshot: number | null;
};

/** What became of each dataset: rows before and after, and columns that were added or widened; the rows themselves can be compared. */
export function DatasetsCard({ datasets, snapshot }: DatasetsCardProps) {
  if (datasets.length === 0) return null;
  return (
    <Card title="Datasets">
      <ul className="flex flex-col gap-2 text-sm">
        {datasets.map((dataset) => (
          <li key={dataset.name} className="flex flex-col">
            <span className="flex items-center justify-between gap-2">
              {snapshot === null ? (
                <b className="min-w-0 truncate text-base font-medium">{shownDataset(dataset.name)}</b>
              ) : (
                <Link
                  href={datasetPath(dataset.name, { snapshot })}
                  className="min-w-0 truncate text-base font-medium text-accent hover:underline"
                >
                  {shownDataset(dataset.name)}
                </Link>
              )}
              {dataset.created && <Pill tone="ok">New</Pill>}
            </span>
            <span className="text-fg-2 tabular">
              {dataset.created
                ? `${formatCount(dataset.rowsAfter)} rows`
                : `${formatCount(dataset.rowsBefore)} rows before, ${formatCount(dataset.rowsAfter)} now`}
            </span>
            {!dataset.created && snapshot !== null && (
              <Link
                href={datasetPath(dataset.name, { tab: 'compare', snapshot })}
                className="w-fit text-accent hover:underline"
              >
                Compare with before
              </Link>
            )}
            {!dataset.created && dataset.columnsAdded.length > 0 && (
              <span className="break-words text-fg-2">Columns added: {dataset.columnsAdded.join(', ')}</span>
            )}
            {dataset.columnsWidened.map(({ name, from, to }) => (
              <span key={name} className="break-words text-fg-2">
                {name} widened from {from} to {to}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
