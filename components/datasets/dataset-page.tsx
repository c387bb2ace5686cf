'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { PageMessage } from '@/components/shell/page-message';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { Tabs } from '@/components/ui/tabs';
import { datasetQuery } from '@/lib/datasets/queries';
import { formatCount } from '@/lib/format-text/format-count';
import { ApiProblem } from '@/lib/http/api-fetch';
import { recipesOfDataset } from '@/lib/imports/recipes-query';
import { ColumnsTab } from './columns-tab';
import { CompareTab } from './compare/compare-tab';
import { DatasetHead } from './dataset-head';
import { LoadsTab } from './loads-tab';
import { RecipesTab } from './recipes-tab';
import { RejectsTab } from './rejects/rejects-tab';
import { RowsView } from './rows/rows-view';
import { type DatasetTab, useTabAddress } from './use-tab-address';

/** One dataset as of the snapshot that is read: its rows with where they came from, and its columns. */
export function DatasetPage({ name }: { name: string }) {
  const { snapshot } = useSnapshot();
  const [tab, setTab] = useTabAddress();
  const query = useQuery({
    ...datasetQuery(name, snapshot ?? undefined),
    enabled: typeof snapshot === 'number',
  });
  const dataset = query.data;
  const { data: saved } = useQuery({
    ...recipesOfDataset(dataset?.name ?? '', dataset?.snapshot),
    enabled: dataset !== undefined,
  });
  const recipes = saved?.items.filter((item) => item.isCurrent).length;
  if (snapshot === null || (query.error instanceof ApiProblem && query.error.problem.code === 'not-found')) {
    return (
      <PageMessage
        title="No such dataset"
        action={
          <Link href="/datasets" className="text-accent hover:underline">
            See all datasets
          </Link>
        }
      >
        {snapshot === null
          ? 'Nothing has been imported yet.'
          : `There is no dataset ${name} in snapshot #${snapshot}.`}
      </PageMessage>
    );
  }
  if (dataset === undefined && query.isError) {
    return (
      <PageMessage
        title="Could not load"
        action={<Button onPress={() => void query.refetch()}>Try again</Button>}
      >
        {query.error.message}
      </PageMessage>
    );
  }
  if (dataset === undefined) return <Skeleton label="Loading the dataset" className="p-8" />;
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <DatasetHead dataset={dataset} />
      <Tabs<DatasetTab>
        label="Parts of the dataset"
        value={tab}
        onChange={setTab}
        className="flex-1"
        listClassName="px-4 sm:px-6"
        panelClassName="flex flex-col"
        tabs={[
          { value: 'rows', label: 'Rows', panel: <RowsView dataset={dataset} /> },
          {
            value: 'columns',
            label: 'Columns',
            count: formatCount(dataset.columns.length),
            panel: <ColumnsTab dataset={dataset} />,
          },
          {
            value: 'loads',
            label: 'Loads',
            count: formatCount(dataset.loads),
            panel: <LoadsTab dataset={dataset} />,
          },
          {
            value: 'rejects',
            label: 'Rejects',
            count: formatCount(dataset.rejected),
            panel: <RejectsTab dataset={dataset} />,
          },
          {
            value: 'recipes',
            label: 'Recipes',
            ...(recipes === undefined ? {} : { count: formatCount(recipes) }),
            panel: <RecipesTab dataset={dataset} />,
          },
          { value: 'compare', label: 'Compare', panel: <CompareTab dataset={dataset} /> },
        ]}
      />
    </div>
  );
}
