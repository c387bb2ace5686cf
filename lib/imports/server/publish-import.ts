import 'server-only';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import { write } from '@/lib/workspace/server/write';
import { buildReceipt, type TableOutcome } from '../build-receipt';
import { publishPlan } from '../publish-plan';
import type { ImportRecord } from './import-record';
import { updateImport } from './import-rows';
import type { ActiveRun } from './imports-state';
import { countLineageChanges } from './lineage-changes';
import type { Stage } from './stage-import';
import { storeRejects } from './store-rejects';

const BEAT_MS = 1000;

/**
 * Publishes a stage in one transaction: the catalog's new versions, the rejects, the receipt, and the import as
 * succeeded. Returns its record once all of it is durable.
 * @throws AppError unbalanced-receipt, disk-full, conflicting-state (the lease was lost); nothing is changed then
 */
export async function publishImport(run: ActiveRun, stage: Stage): Promise<ImportRecord> {
  const started = performance.now();
  const { record, meter, lease } = run;
  const { number, source } = record;
  if (number === null || source === null) throw new Error('A run has a number and a source.');
  const steps = publishPlan(record.mode, source.name);
  // The engine works on its own threads: while this process beats, the publish is alive.
  const beat = setInterval(() => lease.heartbeat(), BEAT_MS);
  const publish = async () =>
    write(
      lease,
      async (db) => {
        const outcomes: TableOutcome[] = [];
        for (const [index, step] of steps.entries()) {
          const outcome = await applyVersions(db, { ...step, snapshot: number, importId: run.id });
          outcomes.push({ table: step.table.name, ...outcome });
          meter.observePublish((index + 1) / (steps.length + 1));
        }
        await storeRejects(db, run.id);
        const receipt = buildReceipt({
          names: record.files.map((file) => file.name),
          staged: stage.files,
          outcomes,
          lineage: await countLineageChanges(db, number),
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
        await updateImport(db, succeeded);
        return succeeded;
      },
      { attach: { alias: 'stage', file: stage.file }, signal: run.stop.signal },
    );
  try {
    return await publish();
  } finally {
    clearInterval(beat);
  }
}
