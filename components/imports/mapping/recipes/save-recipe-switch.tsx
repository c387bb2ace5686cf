'use client';
import { useQuery } from '@tanstack/react-query';
import { BookMarked } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { Switch } from '@/components/ui/switch';
import { plainHeader } from '@/lib/imports/plain-header';
import { recipesOfDataset } from '@/lib/imports/recipes-query';
import { shownDataset } from '@/lib/navigation/dataset-path';
import { headerOf } from '../../draft/rows/apply-recipe';
import { draftRecipe } from '../../session/draft-recipe';
import { rowFiles } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';

/** Whether what is confirmed here is offered for the next file with the same header; nothing without files to keep it for. */
export function SaveRecipeSwitch() {
  const { session, state } = useImportSession();
  const files = rowFiles(state).filter(({ file }) => file.rejectsOf === undefined);
  const kinds = new Map(files.map((it) => [`${it.dataset?.toLowerCase()} ${headerOf(it.file)}`, it]));
  // Of files that are alike the last one counts.
  const [only = null] = kinds.size === 1 ? [...kinds.values()] : [];
  const dataset = only?.dataset ?? null;
  const { data } = useQuery({ ...recipesOfDataset(dataset ?? ''), enabled: dataset !== null });
  if (kinds.size === 0) return null;
  const change = { isSelected: state.savesRecipe, onChange: session.saveRecipe };
  if (only === null || dataset === null)
    return <Switch label="Save as recipes for files with these headers" {...change} />;
  const versions = data?.items ?? [];
  const known = versions.find((it) => it.isCurrent && plainHeader(it.header) === headerOf(only.file));
  const name = `recipe “${shownDataset(dataset)}”`;
  if (known && isSame(known.recipe, draftRecipe(state, only.file.key)))
    return (
      <p className="flex items-center gap-2 text-sm text-fg-2">
        <Icon icon={BookMarked} size={14} />
        As {name} v{known.version} says
      </p>
    );
  const version = Math.max(0, ...versions.map((it) => it.version)) + 1;
  return <Switch label={`Save as ${name} v${version} for files with this header`} {...change} />;
}

/** Recipes are written in one order of names, so equal ones are equal texts. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
