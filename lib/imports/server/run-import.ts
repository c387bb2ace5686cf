import 'server-only';
import { log } from '@/lib/log/log';
import { endRun } from './end-run';
import type { ImportRecord } from './import-record';
import { type ActiveRun, notifyChange } from './imports-state';
import { publishImport } from './publish-import';
import { publishPhase } from './publish-phase';
import { recordOutcome } from './record-outcome';
import { runPhase } from './run-phase';
import { type Stage, stageImport } from './stage-import';
import { withRetries } from './with-retries';
import { WorkerFailure } from './worker-failure';

/** Takes a numbered run to its end: check, publish, tell; or its failure. Never rejects, and always frees the lock. */
export async function runImport(run: ActiveRun): Promise<void> {
  let outcome: ImportRecord;
  try {
    const stage = await runPhase(run, 'check', () => check(run));
    outcome = await runPhase(run, 'publish', () => publish(run, stage));
  } catch (error) {
    if (error instanceof WorkerFailure) noteFiles(run, error.files);
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
  noteFiles(run, stage.files);
  return stage;
}

async function publish(run: ActiveRun, stage: Stage): Promise<ImportRecord> {
  const totalRows = stage.files.reduce((sum, file) => sum + file.read, 0);
  return publishPhase(run, totalRows, () =>
    withRetries((attempt) => publishImport(run, stage, attempt), { signal: run.stop.signal }),
  );
}

/** What the worker found out about each file. */
function noteFiles(run: ActiveRun, staged: Stage['files']): void {
  const files = run.record.files.map((file, index) => {
    const found = staged.find((one) => one.ordinal === index + 1);
    if (found === undefined) return file;
    const { format, role, columns, delimiter, dataset, compression, encoding } = found;
    return { ...file, format, role, columns, delimiter, dataset, compression, encoding };
  });
  run.record = { ...run.record, files, ...ofRows(run.record, files) };
}

/** Rows have no source, are appended unless something else was said, and name their dataset when there is one only. */
function ofRows(
  { choices, mode, source, dataset }: ImportRecord,
  files: ImportRecord['files'],
): Pick<ImportRecord, 'mode' | 'source' | 'dataset'> {
  const names = [...new Set(files.flatMap((file) => file.dataset ?? []))];
  if (files.length === 0 || files.some((file) => file.role !== 'rows')) return { mode, source, dataset };
  return {
    mode: choices.mode ?? 'append',
    source: null,
    dataset: names.length === 1 ? (names[0] ?? null) : null,
  };
}
