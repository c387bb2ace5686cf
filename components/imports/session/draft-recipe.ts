import { makeRecipe, type Recipe } from '@/lib/imports/recipe';
import { checkDraft } from './check-draft';
import { readyFiles, type SessionState } from './session-state';

/** What would be kept as the recipe of a file if the import started now; null while something is open. */
export function draftRecipe(state: SessionState, key: string): Recipe | null {
  const checked = checkDraft(state);
  if (!checked.ok) return null;
  const { formats = [], datasets = {} } = checked.choices;
  const ordinal = readyFiles(state).findIndex((file) => file.key === key) + 1;
  const choice = formats.find(({ file }) => file === ordinal);
  if (choice?.dataset === undefined) return null;
  return makeRecipe(choice, checked.choices, datasets[choice.dataset] ?? {});
}
