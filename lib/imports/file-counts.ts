import { z } from 'zod';

/** What became of the records of a file, or of all: the parts of a receipt. `ended`: current rows that the import ended. */
export const FileCounts = z.object({
  read: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  ended: z.int(),
});
export type FileCounts = z.infer<typeof FileCounts>;
