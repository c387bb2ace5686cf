import 'server-only';
import { z } from 'zod';
import { unverifiedOwner } from '@/lib/identity/owner';
import type { Reader } from '@/lib/workspace/server/reader';
import type { DatasetSummary } from '../contract';
import type { Dataset } from '../dataset';
import { datasetObject, idOf } from '../dataset-object';
import { importsOfSnapshots } from './imports-of';

const Kept = z.object({
  dataset: z.string(),
  rows: z.int(),
  loads: z.int(),
  rejected: z.int(),
  changed: z.int().nullable(),
  created: z.int(),
});

type Summary = DatasetSummary & {
  /** Imports that loaded it, and records that they rejected. */
  loads: number;
  rejected: number;
};

/**
 * What lists say of datasets as of a snapshot, in the same order. Read from what each import kept of its loads, never
 * from the rows.
 */
export async function summariseDatasets(
  db: Reader,
  datasets: readonly Dataset[],
  snapshot: number,
): Promise<Summary[]> {
  if (datasets.length === 0) return [];
  const kept = await db.all(
    Kept,
    `SELECT l.dataset, arg_max(l.rows, l.snapshot) AS rows, count(*) AS loads, sum(l.rejected)::BIGINT AS rejected,
       max(l.snapshot) FILTER (l.is_changed) AS changed, any_value(r.created) AS created
     FROM dataset_loads AS l JOIN (
       SELECT dataset, min(_from) AS created FROM datasets WHERE table_name = ANY($tables) GROUP BY dataset) AS r
     USING (dataset) WHERE l.snapshot <= $snapshot GROUP BY l.dataset`,
    { snapshot, tables: datasets.map(({ table }) => table) },
  );
  const byName = new Map(kept.map((one) => [one.dataset, one]));
  const numbers = kept.flatMap(({ created, changed }) => [created, changed ?? created]);
  const imports = await importsOfSnapshots(db, numbers);
  const by = (number: number) => ({
    import: number,
    owner: imports.get(number)?.owner ?? unverifiedOwner(undefined),
    at: imports.get(number)?.at ?? new Date(0).toISOString(),
  });
  return datasets.map((dataset) => {
    const found = byName.get(dataset.name);
    if (found === undefined) throw new Error(`No load of ${dataset.name} is kept up to #${snapshot}.`);
    const { rows, loads, rejected, created, changed } = found;
    return {
      name: dataset.name,
      object: idOf(datasetObject(dataset.name)),
      rows,
      columns: dataset.columns.length,
      key: [...dataset.key],
      created: by(created),
      changed: by(changed ?? created),
      loads,
      rejected,
    };
  });
}
