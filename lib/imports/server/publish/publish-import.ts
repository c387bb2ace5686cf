import 'server-only';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import type { Writer } from '@/lib/workspace/server/reader';
import { write } from '@/lib/workspace/server/write';
import { buildReceipt, type TableOutcome } from '../../build-receipt';
import type { PublishStep } from '../../publish-plan';
import { ROLE_TABLES } from '../../worker/stage-tables';
import { assertParent } from '../drafts/inherit-choices';
import { saveRecipes } from '../recipes/save-recipes';
import type { ImportRecord } from '../records/import-record';
import type { ActiveRun } from '../records/imports-state';
import { readConflicts } from '../records/read-conflicts';
import { readImportCoverage } from '../records/read-import-coverage';
import { readNotes } from '../records/read-notes';
import { blankCellsOf } from '../stage/job-rows';
import type { Stage } from '../stage/stage-import';
import { catalogSteps } from './catalog-steps';
import { writeDatasetLineage } from './dataset-lineage';
import { findImport, updateImport } from './import-rows';
import { keepLoads } from './keep-loads';
import { keepReadings } from './keep-readings';
import { countLineageChanges } from './lineage-changes';
import { publishDatasets } from './publish-datasets';
import { publishRoom } from './publish-room';
import { storeRejects } from './store-rejects';

const STEPS_SHARE = 0.9;

/**
 * Publishes a stage in one transaction (a dry run takes all of it back): the catalog's new versions, the rejects, the receipt, and the import as
 * succeeded. Returns its record once all of it is durable.
 * @throws AppError unbalanced-receipt, disk-full, conflicting-state (the lease was lost); nothing is changed then
 */
export async function publishImport(run: ActiveRun, stage: Stage, attempt = 0): Promise<ImportRecord> {
  const started = performance.now();
  const { record, meter, lease } = run;
  const { number } = record;
  if (number === null) throw new Error('A run has a number.');
  const steps = catalogSteps(record, stage.files);
  const shareAfter = sharesDone(steps, stage);
  const options = {
    attach: { alias: 'stage', file: stage.file },
    signal: run.stop.signal,
    room: attempt === 0 ? publishRoom(record, stage) : undefined,
  };
  const publish = async (db: Writer): Promise<ImportRecord> => {
    const outcomes: TableOutcome[] = [];
    for (const [index, step] of steps.entries()) {
      const outcome = await applyVersions(db, { ...step, snapshot: number, importId: run.id });
      outcomes.push({ table: step.table.name, ...outcome });
      meter.observePublish(shareAfter[index] ?? 0);
    }
    if (steps.length > 0 && record.source !== null)
      await keepReadings(db, record.source.name, record.mode === 'merge' ? 'merge' : 'replace');
    const published = await publishDatasets(db, {
      snapshot: number,
      importId: run.id,
      attempt,
      blankCells: (dataset) => blankCellsOf(dataset, record.choices),
      files: stage.files,
    });
    await writeDatasetLineage(db, published.datasets, record, { snapshot: number, importId: run.id });
    outcomes.push(...published.outcomes);
    meter.observePublish(STEPS_SHARE);
    await saveRecipes(db, record, stage.files, number);
    await storeRejects(db, run.id);
    const names = record.files.map((file) => file.name);
    const receipt = buildReceipt({
      names,
      notes: await readNotes(db, names),
      staged: stage.files,
      outcomes,
      conflicts: await readConflicts(db, names),
      datasets: published.changes,
      lineage: await countLineageChanges(db, number),
      coverage: steps.length === 0 ? null : await readImportCoverage(db, record.source?.name ?? ''),
      retries: attempt,
      durationsMs: {
        upload: record.uploadMs,
        stage: Math.round(stage.stageMs),
        check: Math.round(stage.checkMs),
        publish: Math.round(performance.now() - started),
      },
    });
    const succeeded: ImportRecord = {
      ...record,
      state: 'succeeded',
      phase: 'done',
      progress: { ...meter.read(), phase: 'done', percent: 100, etaSeconds: 0 },
      finishedAt: new Date().toISOString(),
      receipt,
    };
    await keepLoads(db, number, receipt);
    await tellParent(db, record);
    if (record.dryRun) throw new DryRunDone(succeeded);
    await updateImport(db, succeeded);
    return succeeded;
  };
  try {
    return await write(lease, publish, options);
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw error;
    await write(lease, (db) => updateImport(db, error.record));
    return error.record;
  }
}

/** The receipt of the import whose rejects came again names who brought them. @throws AppError when it was rolled back since */
async function tellParent(db: Writer, { parent: number, number: child }: ImportRecord): Promise<void> {
  if (number === null || child === null) return;
  const parent = assertParent(await findImport(db, String(number)), number);
  await updateImport(db, { ...parent, children: [...parent.children, child] });
}

/** Ends the transaction of a dry run after everything was counted. */
class DryRunDone extends Error {
  readonly record: ImportRecord;
  constructor(record: ImportRecord) {
    super('A dry run ends without a commit.');
    this.record = record;
  }
}

/** How much of the publish is done after each step, by staged rows; the last part is for the receipt and the commit. */
function sharesDone(steps: readonly PublishStep[], stage: Stage): number[] {
  const rows = steps.map(({ table }) =>
    stage.files.reduce(
      (sum, file) => sum + (file.role !== 'rows' && ROLE_TABLES[file.role] === table.name ? file.staged : 0),
      1,
    ),
  );
  const total = rows.reduce((sum, some) => sum + some, 0);
  let done = 0;
  return rows.map((some) => {
    done += some;
    return (STEPS_SHARE * done) / total;
  });
}
