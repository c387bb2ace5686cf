import 'server-only';
import type { LockStatus } from '../contract';
import { currentJob, waitingLine } from './current-job';
import { importsState } from './imports-state';
import { importsReady } from './recover-imports';

/** Who holds the import lock, who waits, and the newest snapshot. Reads memory only, so it may be polled. */
export async function getLock(): Promise<LockStatus> {
  await importsReady();
  const holder = await currentJob();
  return { holder, waiting: waitingLine(), snapshot: importsState().snapshot };
}
