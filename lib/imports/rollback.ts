import { z } from 'zod';

const Buckets = {
  /** Rows that get the value back that they had before the import. */
  restored: z.int(),
  /** Rows that the import had created; they go. */
  removed: z.int(),
  /** Rows that something else changed since; they stay as they are. */
  kept: z.int(),
};

export const KeptRow = z.object({
  /** Null for a fact of the catalog. */
  dataset: z.string().nullable(),
  /** Key columns, or file and record where there is no key. */
  key: z.record(z.string(), z.string().nullable()),
  /** The import whose version is there now; null when nothing is there. */
  changedBy: z.int().nullable(),
});
export type KeptRow = z.infer<typeof KeptRow>;

/** The three buckets of a roll back, in all and for each dataset and the catalog (`dataset` null). */
export const RollbackOutcome = z.object({
  ...Buckets,
  parts: z.array(z.object({ dataset: z.string().nullable(), ...Buckets })),
  /** The first ones; `kept` counts all. */
  keptRows: z.array(KeptRow),
});
export type RollbackOutcome = z.infer<typeof RollbackOutcome>;
