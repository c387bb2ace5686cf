import { z } from 'zod';
import { Owner } from '@/lib/identity/owner';
import { Choices } from './choices';
import { DatasetChoice, FileChoice, RowMode } from './row-choices';

/** Everything that was confirmed for one file of rows, to be offered for the next one with the same header. */
export const Recipe = z.object({
  format: z.object(FileChoice.omit({ file: true, kind: true, dataset: true, compression: true }).shape),
  ...Choices.pick({
    key: true,
    nullKeys: true,
    blankCells: true,
    newColumns: true,
    onBadRecord: true,
    maxRejects: true,
    maxRejectPercent: true,
  }).shape,
  checks: DatasetChoice.shape.checks,
  mode: RowMode,
});
export type Recipe = z.infer<typeof Recipe>;

export const SavedRecipe = z.object({
  dataset: z.string(),
  header: z.array(z.string()),
  recipe: Recipe,
  /** Counts from 1 in its dataset, over all headers. */
  version: z.int(),
  /** The import that was confirmed with it: its number, the file, whose it was, and when it was over. */
  savedIn: z.int(),
  file: z.string(),
  owner: Owner,
  at: z.iso.datetime(),
  /** False once a later version took its place, or its import was rolled back. */
  isCurrent: z.boolean(),
  /** Number of the roll back that took its import back; null where none did. */
  rolledBackBy: z.int().nullable(),
});
export type SavedRecipe = z.infer<typeof SavedRecipe>;

/** What was confirmed for a file that goes to a dataset with choices of its own. */
export function makeRecipe(
  choice: FileChoice,
  choices: Partial<Choices>,
  own: z.infer<typeof DatasetChoice>,
): Recipe {
  const mode = own.mode ?? RowMode.safeParse(choices.mode).data ?? 'append';
  return Recipe.parse({ ...Choices.parse(choices), ...own, format: choice, mode });
}
