import 'server-only';
import { ProgressMeter } from '../../progress-meter';
import type { Lease } from '../lock/lock';
import { type ImportRecord, resolvedSource } from '../records/import-record';
import { type ActiveRun, importsState, notifyChange } from '../records/imports-state';

/**
 * Makes an import the running one; call it in the same turn in which its lease was granted. From here until `endRun`
 * everybody sees it as the holder. It has no number yet: see `numberRun`.
 */
export function createRun(record: ImportRecord, lease: Lease, phase: 'upload' | 'check'): ActiveRun {
  const state = importsState();
  const numbered = deferred();
  const over = deferred();
  const totalBytes = record.files.reduce((sum, file) => sum + file.size, 0);
  const stop = new AbortController();
  const run: ActiveRun = {
    id: record.id,
    lease,
    meter: new ProgressMeter({ phase, totalBytes, publishMsPerRow: state.publishMsPerRow }),
    record: {
      ...record,
      state: 'checking',
      phase,
      source: resolvedSource(record),
      startedAt: lease.takenAt.toISOString(),
    },
    stop,
    cancelledBy: null,
    goOn: null,
    numbered: numbered.promise,
    over: over.promise,
    settleNumbered: numbered.settle,
    settleOver: over.settle,
  };
  lease.lost.addEventListener('abort', () => stop.abort(lease.lost.reason), { once: true });
  state.run = run;
  notifyChange();
  return run;
}

function deferred(): { promise: Promise<void>; settle: () => void } {
  let settle = () => {};
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
