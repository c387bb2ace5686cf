import 'server-only';
import { log } from '@/lib/log/log';
import { holdIfChanged } from '../pause/hold-if-changed';
import { publishImport } from '../publish/publish-import';
import { publishPhase } from '../publish/publish-phase';
import { withFoundFiles } from '../records/found-files';
import type { ImportRecord } from '../records/import-record';
import { type ActiveRun, notifyChange } from '../records/imports-state';
import { type Stage, stageImport } from '../stage/stage-import';
import { WorkerFailure } from '../stage/worker-failure';
import { endRun } from './end-run';
import { recordOutcome } from './record-outcome';
import { runPhase } from './run-phase';
import { withRetries } from './with-retries';

/** Takes a numbered run to its end: check, ask if need be, publish, tell; or its failure. Never rejects, and always frees the lock. */
export async function runImport(run: ActiveRun): Promise<void> {
  let outcome: ImportRecord;
  try {
    const stage = await runPhase(run, 'check', () => check(run));
    await holdIfChanged(run, stage);
    outcome = await runPhase(run, 'publish', () => publish(run, stage));
  } catch (error) {
    if (error instanceof WorkerFailure) run.record = withFoundFiles(run.record, error.files);
    outcome = await recordOutcome(run, error);
  }
  await endRun(run, outcome);
  log.info(
    { importId: run.id, number: outcome.number, state: outcome.state, code: outcome.problem?.code },
    'import over',
  );
}

async function check(run: ActiveRun): Promise<Stage> {
  const totalBytes = run.record.files.reduce((sum, file) => sum + file.size, 0);
  run.meter.enter('check', { totalBytes });
  run.record = { ...run.record, state: 'checking', phase: 'check' };
  notifyChange();
  const stage = await stageImport(run);
  run.record = withFoundFiles(run.record, stage.files);
  return stage;
}

async function publish(run: ActiveRun, stage: Stage): Promise<ImportRecord> {
  const totalRows = stage.files.reduce((sum, file) => sum + file.read, 0);
  return publishPhase(run, totalRows, () =>
    withRetries((attempt) => publishImport(run, stage, attempt), { signal: run.stop.signal }),
  );
}
