import 'server-only';
import { createRun } from './active-run';
import { beginRun } from './begin-run';
import { importsState } from './imports-state';
import type { Lease } from './lock';

/** Starts the import whose turn has come; called by the lock. */
export function startNextInLine(lease: Lease): void {
  const record = importsState().unstarted.get(lease.importId);
  if (record?.state !== 'waiting') {
    lease.release();
    return;
  }
  const run = createRun(record, lease, 'check');
  // What went wrong is logged and stored in the draft; nobody is here to be told.
  beginRun(run).catch(() => undefined);
}
