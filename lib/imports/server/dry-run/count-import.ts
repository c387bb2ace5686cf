import 'server-only';
import { DATASETS_SOURCE } from '@/lib/datasets/datasets-source';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import { type Rehearsal, rehearse } from '@/lib/workspace/server/rehearse';
import { columns, definitions, evidence, objects } from '@/lib/workspace/tables';
import { buildReceipt, type TableOutcome } from '../../build-receipt';
import type { Receipt } from '../../contract';
import type { PublishStep } from '../../publish-plan';
import { assertParent } from '../drafts/inherit-choices';
import { catalogSteps } from '../publish/catalog-steps';
import { writeDatasetLineage } from '../publish/dataset-lineage';
import { findImport, nextNumber } from '../publish/import-rows';
import { countLineageChanges } from '../publish/lineage-changes';
import type { ImportRecord } from '../records/import-record';
import { readConflicts } from '../records/read-conflicts';
import { readImportCoverage } from '../records/read-import-coverage';
import { readNotes } from '../records/read-notes';
import { blankCellsOf } from '../stage/job-rows';
import type { Stage } from '../stage/stage-import';
import { countDatasets } from './count-datasets';

/**
 * The receipt that publishing a stage would give now. Rows are counted where they are; the catalog, which is small, is really changed, in
 * copies that nobody else sees. `alias` is the name under which the stage is attached.
 * @throws AppError what the publish would refuse; interrupted
 */
export async function countImport(
  record: ImportRecord,
  stage: Stage,
  { alias, signal }: { alias: string; signal: AbortSignal },
): Promise<Receipt> {
  const started = performance.now();
  return rehearse(async (db) => {
    const by = { snapshot: await nextNumber(db), importId: record.id };
    if (record.parent !== null) assertParent(await findImport(db, String(record.parent)), record.parent);
    const steps = catalogSteps(record, stage.files, alias);
    await shadowCatalog(db, record, steps);
    const outcomes: TableOutcome[] = [];
    for (const step of steps) {
      outcomes.push({ table: step.table.name, ...(await applyVersions(db, { ...step, ...by })) });
    }
    const counted = await countDatasets(db, {
      importId: record.id,
      stage: alias,
      blankCells: (dataset) => blankCellsOf(dataset, record.choices),
    });
    await writeDatasetLineage(
      db,
      counted.datasets.map((one) => one.dataset),
      record,
      by,
      async (dataset) => counted.datasets.find((one) => one.dataset === dataset)?.feeds ?? [],
    );
    const names = record.files.map((file) => file.name);
    return buildReceipt({
      names,
      notes: await readNotes(db, names, alias),
      staged: stage.files,
      outcomes: [...outcomes, ...counted.outcomes],
      conflicts: await readConflicts(db, names, alias),
      datasets: counted.changes,
      lineage: await countLineageChanges(db, by.snapshot),
      coverage: steps.length === 0 ? null : await readImportCoverage(db, record.source?.name ?? '', alias),
      retries: 0,
      durationsMs: {
        upload: record.uploadMs,
        stage: Math.round(stage.stageMs),
        check: Math.round(stage.checkMs),
        publish: Math.round(performance.now() - started),
      },
    });
  }, signal);
}

/** Copies what the publish would change of the catalog. Objects and edges can be those of other sources too. */
async function shadowCatalog(
  db: Rehearsal,
  { source }: ImportRecord,
  steps: readonly PublishStep[],
): Promise<void> {
  const brings = steps.length > 0;
  const own = {
    sql: 'v.source = ANY($sources)',
    params: { sources: [DATASETS_SOURCE, ...(brings && source !== null ? [source.name] : [])] },
  };
  const tables = new Set([objects, columns, definitions, evidence, ...steps.map((step) => step.table)]);
  for (const table of tables) {
    const isShared = brings && (table === objects || table === evidence);
    await db.shadow(table.name, isShared ? undefined : own);
  }
}
