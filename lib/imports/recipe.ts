import { z } from 'zod';
import { Choices } from './choices';
import { FileChoice } from './row-choices';

/** Everything that was confirmed for one file of rows, to be offered for the next one with the same header. */
export const Recipe = z.object({
  format: FileChoice.omit({ file: true, kind: true, dataset: true }),
  ...Choices.pick({
    key: true,
    nullKeys: true,
    blankCells: true,
    newColumns: true,
    onBadRecord: true,
    maxRejects: true,
    maxRejectPercent: true,
  }).shape,
  mode: z.enum(['append', 'replace', 'upsert']),
});
export type Recipe = z.infer<typeof Recipe>;

export const SavedRecipe = z.object({
  dataset: z.string(),
  header: z.array(z.string()),
  recipe: Recipe,
  /** Number of the import that was confirmed with it, and how often it was changed up to then, from 1. */
  savedIn: z.int(),
  version: z.int(),
});
export type SavedRecipe = z.infer<typeof SavedRecipe>;
