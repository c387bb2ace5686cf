import 'server-only';
import { importsState } from '../records/imports-state';
import { createRun } from '../run/active-run';
import { beginRun } from '../start/begin-run';
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
