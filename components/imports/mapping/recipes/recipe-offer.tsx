'use client';
import { useQuery } from '@tanstack/react-query';
import { BookMarked } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useNow } from '@/components/shell/use-now';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { formatTimeAgo } from '@/lib/format-text/format-time';
import type { SavedRecipe } from '@/lib/imports/recipe';
import { recipeSummary } from '@/lib/imports/recipe-words';
import { recipesForHeader } from '@/lib/imports/recipes-query';
import { shownDataset } from '@/lib/navigation/dataset-path';
import { importPath } from '@/lib/navigation/import-path';
import { alikeFiles } from '../../draft/rows/apply-recipe';
import type { RowFile } from '../../draft/rows/row-files';
import { readyFiles } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';
import { UsedRecipe } from './used-recipe';

/** Proposes what was confirmed for an earlier file with this header; nothing changes before somebody says so. */
export function RecipeOffer({ planned }: { planned: RowFile }) {
  const { file, view, dataset } = planned;
  const isAsked = file.rejectsOf === undefined && file.recipe === undefined && view.table !== null;
  const header = view.table?.columns.map((column) => column.name) ?? [];
  const { data } = useQuery({ ...recipesForHeader(header), enabled: isAsked && header.length > 0 });
  if (file.recipe) return <UsedRecipe fileKey={file.key} recipe={file.recipe} />;
  const found = data?.items ?? [];
  // One for the dataset that the file is named after goes before a newer one of another dataset.
  const first = found.find((it) => it.dataset.toLowerCase() === dataset?.toLowerCase()) ?? found[0];
  return isAsked && first !== undefined ? (
    <Offer key={file.key} planned={planned} found={found} first={first} />
  ) : null;
}

type OfferProps = { planned: RowFile; found: readonly SavedRecipe[]; first: SavedRecipe };

function Offer({ planned: { file, view }, found, first }: OfferProps) {
  const { session, state } = useImportSession();
  const [picked, setPicked] = useState(first.dataset);
  const recipe = found.find((it) => it.dataset === picked) ?? first;
  const alike = alikeFiles(readyFiles(state), file.key).length;
  const name = `Recipe “${shownDataset(recipe.dataset)}” v${recipe.version}`;
  const hasHeader = view.table?.csv?.header !== false;
  return (
    <section
      aria-label={name}
      className="flex items-start gap-2 rounded-card bg-accent-tint px-3 py-2.5 text-sm"
    >
      <Icon icon={BookMarked} size={16} className="mt-0.5 shrink-0 text-accent" />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="break-words">
          <b className="text-base font-semibold">
            {name} fits {hasHeader ? 'this header' : 'the number of columns'}
          </b>{' '}
          <ConfirmedIn recipe={recipe} />
        </p>
        {found.length > 1 && (
          <Select
            label={`${found.length} datasets have a recipe for it`}
            className="w-fit max-w-full"
            size={28}
            value={recipe.dataset}
            onChange={setPicked}
            options={found.map((it) => ({
              value: it.dataset,
              label: `${shownDataset(it.dataset)} v${it.version}`,
            }))}
          />
        )}
        <p className="break-words text-fg-2">
          Into {shownDataset(recipe.dataset)}: {recipeSummary(recipe.recipe)}.
        </p>
        <span className="flex flex-wrap gap-2">
          <Button size={28} onPress={() => session.takeRecipe(file.key, recipe)}>
            {alike > 1 ? `Use it for ${alike} files with this header` : 'Use this recipe'}
          </Button>
          <Button variant="link" size={28} onPress={() => session.takeRecipe(file.key, null)}>
            Not this time
          </Button>
        </span>
      </div>
    </section>
  );
}

function ConfirmedIn({ recipe: { savedIn, file, at } }: { recipe: SavedRecipe }) {
  const now = useNow();
  return (
    <span className="text-fg-2">
      as confirmed in{' '}
      <Link href={importPath(savedIn)} className="text-accent underline">
        #{savedIn}
      </Link>{' '}
      for {file}
      {now && `, ${formatTimeAgo(new Date(at), now)}`}
    </span>
  );
}
