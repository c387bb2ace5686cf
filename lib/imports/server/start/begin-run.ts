import 'server-only';
import { toProblem } from '@/lib/http/problem';
import { log } from '@/lib/log/log';
import { unsealUploads } from '@/lib/uploads/server/seal-uploads';
import type { ImportRecord } from '../records/import-record';
import { type ActiveRun, importsState, notifyChange } from '../records/imports-state';
import { saveJournal } from '../records/journal';
import { numberRun } from '../run/number-run';
import { runImport } from '../run/run-import';
import { warmWorker } from '../stage/spare-worker';

/**
 * Gives a run its number and lets it go on by itself; returns the record with its number.
 * @throws what `numberRun` throws; the lock is free then, and the import is a draft again that says why
 */
export async function beginRun(run: ActiveRun): Promise<ImportRecord> {
  warmWorker();
  try {
    await numberRun(run);
  } catch (error) {
    log.error({ importId: run.id, err: error }, 'an import could not be numbered');
    dropRun(run);
    const draft: ImportRecord = {
      ...run.record,
      state: 'draft',
      phase: 'upload',
      startedAt: null,
      waitingSince: null,
      problem: toProblem(error),
    };
    importsState().unstarted.set(run.id, draft);
    await saveJournal(draft);
    await unsealUploads(run.id);
    throw error;
  }
  void runImport(run);
  return run.record;
}

/** Takes back a run that never got its number, and frees the lock. */
export function dropRun(run: ActiveRun): void {
  const state = importsState();
  if (state.run === run) state.run = null;
  run.settleNumbered();
  run.settleOver();
  run.lease.release();
  notifyChange();
}
