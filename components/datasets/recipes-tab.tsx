'use client';
import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Skeleton } from '@/components/ui/skeleton';
import { formatCount } from '@/lib/format-text/format-count';
import { plainHeader } from '@/lib/imports/plain-header';
import type { SavedRecipe } from '@/lib/imports/recipe';
import { recipesOfDataset } from '@/lib/imports/recipes-query';
import type { DatasetDetail } from './dataset-head';
import { RecipeVersion } from './recipe-version';

/** How files of the dataset were confirmed to be read: each version with what it changed. */
export function RecipesTab({ dataset }: { dataset: DatasetDetail }) {
  const query = useQuery(recipesOfDataset(dataset.name, dataset.snapshot));
  if (query.isPending) return <Skeleton label="Loading the recipes" className="p-6" />;
  if (query.isError)
    return (
      <LoadFailed title="Could not load the recipes" className="m-6" onRetry={query.refetch}>
        {query.error.message}
      </LoadFailed>
    );
  const { items, total } = query.data;
  if (items.length === 0)
    return (
      <MessageBlock title="No recipes yet" className="m-6">
        What is confirmed in the mapping of an import is kept as a recipe, and offered for the next file with
        the same header.
      </MessageBlock>
    );
  return (
    <ScrollRegion label="Recipes" className="min-h-0 flex-1 px-4 py-3 sm:px-6">
      <ol className="flex max-w-[56rem] flex-col gap-3">
        {items.map((item) => (
          <RecipeVersion key={item.version} item={item} before={before(items, item)} />
        ))}
      </ol>
      {total > items.length && (
        <p className="pt-3 text-sm text-fg-2">
          Showing {formatCount(items.length)} of {formatCount(total)} versions,{' '}
          {formatCount(total - items.length)} older hidden.
        </p>
      )}
    </ScrollRegion>
  );
}

/** The version before of the same header. */
function before(items: readonly SavedRecipe[], { version, header }: SavedRecipe): SavedRecipe | undefined {
  return items.find((it) => it.version < version && plainHeader(it.header) === plainHeader(header));
}
