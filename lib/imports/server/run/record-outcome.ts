import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { toProblem } from '@/lib/http/problem';
import { log } from '@/lib/log/log';
import { write } from '@/lib/workspace/server/write';
import { updateImport } from '../publish/import-rows';
import { storeRejects } from '../publish/store-rejects';
import type { ImportRecord } from '../records/import-record';
import type { ActiveRun } from '../records/imports-state';
import { WorkerFailure } from '../stage/worker-failure';

type EndedRun = Pick<ActiveRun, 'id' | 'record' | 'meter' | 'stop' | 'cancelledBy'>;

/**
 * Stores how a run ended without a publish: cancelled, interrupted (the server stops), or failed with the problem and,
 * where the worker got that far, the rejects. Returns the record; what cannot be stored is logged, and named at the
 * next start.
 */
export async function recordOutcome(run: ActiveRun, error: unknown): Promise<ImportRecord> {
  const outcome = failedOutcome(run, error);
  const stage = error instanceof WorkerFailure ? error.stageFile : null;
  try {
    await write(run.lease, (db) => updateImport(db, outcome));
  } catch (cause) {
    log.error({ importId: run.id, err: cause }, 'the outcome of an import could not be stored');
    return outcome;
  }
  if (outcome.state !== 'failed' || stage === null) return outcome;
  try {
    await write(run.lease, (db) => storeRejects(db, run.id), { attach: { alias: 'stage', file: stage } });
  } catch (cause) {
    log.error({ importId: run.id, err: cause }, 'the rejects of a failed import could not be stored');
  }
  return outcome;
}

/** The record of a run, or of a dry run, that was cancelled, was interrupted, or failed. */
export function failedOutcome(run: EndedRun, error: unknown): ImportRecord {
  const ended: ImportRecord = {
    ...run.record,
    progress: run.meter.read(),
    phase: run.meter.read().phase,
    finishedAt: new Date().toISOString(),
  };
  if (run.cancelledBy !== null) return { ...ended, state: 'cancelled', cancelledBy: run.cancelledBy };
  const problem = toProblem(causeOf(run, error));
  if (run.record.pause?.answer === 'none') return { ...ended, state: 'cancelled', problem };
  return { ...ended, state: problem.code === 'interrupted' ? 'interrupted' : 'failed', problem };
}

/** What to tell: why the run was stopped, or what the worker found, or that it is our fault. */
function causeOf(run: EndedRun, error: unknown): AppError {
  const { aborted, reason } = run.stop.signal;
  if (aborted && reason instanceof AppError) return reason;
  if (error instanceof WorkerFailure) return error.error;
  if (error instanceof AppError) return error;
  log.error({ importId: run.id, err: error }, 'an import failed');
  return new AppError(
    'internal',
    'Something went wrong on the server. Nothing was written. The log has the details under the id of this import.',
    { cause: error },
  );
}
