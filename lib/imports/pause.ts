import { z } from 'zod';
import { FileCounts } from './file-counts';
import { RowType } from './row-type';

/** A column of a dataset whose type became wider. */
export const WidenedColumn = z.object({ name: z.string(), from: RowType, to: RowType });
export type WidenedColumn = z.infer<typeof WidenedColumn>;

/** What an import would do, as far as somebody who saw it may decide otherwise when it is something else. */
export const PlannedCounts = z
  .object({
    ...FileCounts.shape,
    conflicts: z.int(),
    datasets: z.array(
      z.object({
        name: z.string(),
        created: z.boolean(),
        columnsAdded: z.array(z.string()),
        columnsWidened: z.array(WidenedColumn),
      }),
    ),
  })
  .meta({ id: 'PlannedCounts' });
export type PlannedCounts = z.infer<typeof PlannedCounts>;

/** What a dry run of a draft counted, and the snapshot it counted against (0: none was there). */
export const Counted = z.object({ dryRun: z.uuid(), snapshot: z.int(), counts: PlannedCounts });
export type Counted = z.infer<typeof Counted>;

/** Why an import stands still when its turn has come: it would do something else than its owner saw in a dry run. */
export const Pause = z
  .object({
    since: z.iso.datetime(),
    /** Without an answer it is cancelled then. */
    until: z.iso.datetime(),
    expected: PlannedCounts,
    found: PlannedCounts,
    /** Null while it asks; `none`: nobody answered in time. */
    answer: z.enum(['go-on', 'cancel', 'none']).nullable(),
    /** A draft with the same files and choices, kept unless the answer is to go on. */
    draft: z.uuid().nullable(),
  })
  .meta({ id: 'Pause' });
export type Pause = z.infer<typeof Pause>;

/** True while an import waits for its owner's answer. */
export function isPaused(import_: { state: string; pause?: Pause | null }): boolean {
  return import_.state === 'checking' && import_.pause != null && import_.pause.answer === null;
}

type Counts = z.infer<typeof FileCounts> & {
  conflicts: { count: number };
  datasets: ReadonlyArray<PlannedCounts['datasets'][number]>;
};

/** The counts of a receipt that matter to who decides. */
export function plannedCounts({ conflicts, ...receipt }: Counts): PlannedCounts {
  return PlannedCounts.parse({ ...receipt, conflicts: conflicts.count });
}

/** Whether two plans come to the same. Both have their members in the order of the schema. */
export function isSamePlan(a: PlannedCounts, b: PlannedCounts): boolean {
  return JSON.stringify(PlannedCounts.parse(a)) === JSON.stringify(PlannedCounts.parse(b));
}
