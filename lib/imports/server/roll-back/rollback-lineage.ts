import 'server-only';
import { z } from 'zod';
import { datasetObject, fileObject, idOf } from '@/lib/datasets/dataset-object';
import { DATASETS_SOURCE } from '@/lib/datasets/datasets-source';
import { quoteName, quoteText } from '@/lib/workspace/quote';
import { rollbackPlan } from '@/lib/workspace/roll-back';
import type { Reader } from '@/lib/workspace/server/reader';
import { evidence, objects } from '@/lib/workspace/tables';
import { current } from '@/lib/workspace/versions';
import { fileNames } from '../records/file-names';
import type { ImportRecord } from '../records/import-record';
import { isCreatedBy } from './roll-back-registry';
import type { PartResult, RollbackPart } from './rollback-parts';

/** Objects that come into the lineage, and that leave it. */
export type LineageMoves = { added: number; removed: number };

/**
 * What rolling an import back would do to the objects of the lineage: those of the catalog, the datasets, and the files that feed them,
 * which are there as long as a row of theirs is.
 */
export async function rollbackLineage(
  db: Reader,
  target: ImportRecord,
  results: readonly PartResult[],
): Promise<LineageMoves> {
  const rolledBack = target.number ?? 0;
  const left = new Set<string>();
  const there = new Set<string>();
  const datasets: string[] = [];
  for (const { part, counts } of results) {
    const { dataset } = part;
    if (dataset === null || part.isGone) continue;
    const id = idOf(datasetObject(dataset));
    datasets.push(id);
    for (const file of await feedingFiles(db, id)) left.add(file);
    const rows = (await countRows(db, part)) - counts.removed + counts.returned;
    const isThere = part.comesBack || rows > 0 || !(await isCreatedBy(db, dataset, rolledBack));
    (isThere ? there : left).add(id);
    if (isThere) for (const file of await filesAfter(db, part, dataset, target)) there.add(file);
  }
  const plan = rollbackPlan(
    { ...objects, columns: Object.keys(objects.columns), where: CATALOG },
    rolledBack,
  );
  const moves = await db.one(Moves, moved(plan), {
    source: DATASETS_SOURCE,
    left: [...left].filter((id) => !there.has(id)),
    there: [...there],
    datasets,
  });
  return moves ?? { added: 0, removed: 0 };
}

const CATALOG = `source <> ${quoteText(DATASETS_SOURCE)}`;
const Moves = z.object({ added: z.int(), removed: z.int() });

/** A file that feeds another dataset stays, and so does an object that another source has too. */
const moved = (plan: string) => `
  WITH plan AS MATERIALIZED (FROM ${plan} AS p),
  leaving AS (
    SELECT o.source, o.object FROM ${objects.name} AS o JOIN plan ON o.rowid = plan.now WHERE bucket = 'removed'
    UNION ALL
    SELECT o.source, o.object FROM ${current(objects)} AS o
    WHERE o.source = $source AND o.object = ANY($left) AND o.object NOT IN (
      SELECT from_object FROM ${current(evidence)} AS e WHERE e.source = $source AND NOT e.to_object = ANY($datasets))),
  coming AS (
    SELECT o.object FROM ${objects.name} AS o JOIN plan ON o.rowid = plan.before WHERE bucket = 'restored'
    UNION SELECT unnest($there)),
  staying AS (SELECT o.object FROM ${current(objects)} AS o ANTI JOIN leaving AS l ON l.source = o.source AND l.object = o.object
    UNION FROM coming)
  SELECT (SELECT count(*) FROM (SELECT object FROM staying EXCEPT SELECT object FROM ${current(objects)} AS o)) AS added,
    (SELECT count(*) FROM (SELECT object FROM ${current(objects)} AS o EXCEPT FROM staying)) AS removed`;

const IdRow = z.object({ id: z.string() });

async function feedingFiles(db: Reader, dataset: string): Promise<string[]> {
  const rows = await db.all(
    IdRow,
    `SELECT DISTINCT from_object AS id FROM ${current(evidence)} AS e WHERE e.source = $source AND e.to_object = $dataset`,
    { source: DATASETS_SOURCE, dataset },
  );
  return rows.map(({ id }) => id);
}

const FileRow = z.object({ import: z.string(), file: z.int() });

/** The files whose rows are in a dataset once the import is rolled back. */
async function filesAfter(
  db: Reader,
  { table }: RollbackPart,
  dataset: string,
  target: ImportRecord,
): Promise<string[]> {
  const name = quoteName(table.name);
  const files = await db.all(
    FileRow,
    `WITH plan AS MATERIALIZED (FROM ${rollbackPlan(table, target.number ?? 0)} AS p)
     SELECT t._import AS import, t._file AS file FROM ${name} AS t
     ANTI JOIN (SELECT now FROM plan WHERE bucket <> 'kept') AS g ON g.now = t.rowid WHERE t._to IS NULL GROUP BY ALL
     UNION SELECT t._import, t._file FROM ${name} AS t JOIN plan ON t.rowid = plan.before WHERE plan.bucket = 'restored'`,
  );
  const names = await fileNames(db, files, target);
  return names.map((file) => idOf(fileObject(dataset, file)));
}

async function countRows(db: Reader, { table }: RollbackPart): Promise<number> {
  const row = await db.one(
    z.object({ rows: z.int() }),
    `SELECT count(*) AS rows FROM ${quoteName(table.name)} AS t WHERE t._to IS NULL`,
  );
  return row?.rows ?? 0;
}
