import 'server-only';
import type { LockStatus } from '../../contract';
import { importsState } from '../records/imports-state';
import { importsReady } from '../recover/recover-imports';
import { currentJob, waitingLine } from './current-job';

/** Who holds the import lock, who waits, and the newest snapshot. Reads memory only, so it may be polled. */
export async function getLock(): Promise<LockStatus> {
  await importsReady();
  const holder = await currentJob();
  return { holder, waiting: waitingLine(), snapshot: importsState().snapshot };
}
