import 'server-only';
import { z } from 'zod';
import { unverifiedOwner } from '@/lib/identity/owner';
import { quoteName } from '@/lib/workspace/quote';
import type { Reader } from '@/lib/workspace/server/reader';
import type { DatasetSummary } from '../contract';
import type { Dataset } from '../dataset';
import { datasetObject, idOf } from '../dataset-object';
import { importsOfSnapshots } from './imports-of';

const Counts = z.object({ rows: z.int(), first: z.int(), last: z.int(), loads: z.int() });

/** What lists say of a dataset as of a snapshot; `loads` counts the imports that changed its rows. */
export async function summariseDataset(
  db: Reader,
  dataset: Dataset,
  snapshot: number,
): Promise<DatasetSummary & { loads: number }> {
  const { rows, first, last, loads } = await counts(db, dataset, snapshot);
  const imports = await importsOfSnapshots(db, [first, last]);
  const by = (number: number) => ({
    import: number,
    owner: imports.get(number)?.owner ?? unverifiedOwner(undefined),
    at: imports.get(number)?.at ?? new Date(0).toISOString(),
  });
  return {
    name: dataset.name,
    object: idOf(datasetObject(dataset.name)),
    rows,
    columns: dataset.columns.length,
    key: [...dataset.key],
    created: by(first),
    changed: by(last),
    loads,
  };
}

/** A dataset without any row so far counts the import that created it. */
async function counts(db: Reader, dataset: Dataset, snapshot: number) {
  const found = await db.one(
    Counts,
    `WITH versions AS (SELECT _from, _to FROM ${quoteName(dataset.table)} WHERE _from <= $snapshot),
       changes AS (SELECT _from AS n FROM versions UNION
         SELECT _to FROM versions WHERE _to <= $snapshot UNION
         SELECT _from FROM datasets WHERE dataset = $name AND table_name = $table AND _from <= $snapshot)
     SELECT (SELECT count(*) FROM versions WHERE _to IS NULL OR _to > $snapshot) AS rows,
       min(n) AS first, max(n) AS last, count(*) AS loads FROM changes`,
    { snapshot, name: dataset.name, table: dataset.table },
  );
  return found ?? { rows: 0, first: snapshot, last: snapshot, loads: 0 };
}
