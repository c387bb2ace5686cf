import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { CurrentJob } from '../../contract';
import type { ImportRecord } from '../records/import-record';
import { type ActiveRun, importsState } from '../records/imports-state';
import { createRun } from '../run/active-run';
import { currentJob, waitingLine } from './current-job';
import { importLock } from './import-lock';

/** Holders that end while they are asked for; more in a row are not to be expected. */
const TRIES = 50;
const RETRY_MIN_S = 1;
const RETRY_MAX_S = 60;
const RETRY_USUAL_S = 10;

/** Takes the lock for an import and makes it the running one; null when somebody else holds it. */
export function tryTakeLock(record: ImportRecord, phase: 'upload' | 'check'): ActiveRun | null {
  const lease = importLock().take(record.id);
  return lease === null ? null : createRun(record, lease, phase);
}

/**
 * Takes the lock for an import and makes it the running one, or refuses with who holds it.
 * @throws AppError import-busy with `currentJob` and `waiting`; counted for the statistics
 */
export async function takeLock(record: ImportRecord, phase: 'upload' | 'check'): Promise<ActiveRun> {
  for (let tries = 1; ; tries += 1) {
    const run = tryTakeLock(record, phase);
    if (run !== null) return run;
    const job = await currentJob();
    // The holder ended while we asked for its name: then the lock may be free.
    if (job === null && tries < TRIES) continue;
    throw busyError(job);
  }
}

/** Refuses early, before work that only a start needs. @throws AppError import-busy */
export async function refuseIfBusy(): Promise<void> {
  const job = await currentJob();
  if (job !== null) throw busyError(job);
}

function busyError(job: CurrentJob | null): AppError {
  importsState().counters.blockedAttempts += 1;
  const eta = job?.etaSeconds ?? RETRY_USUAL_S;
  return new AppError('import-busy', busyText(job), {
    extra: {
      currentJob: job,
      waiting: waitingLine(),
      retryAfterSeconds: Math.round(Math.min(RETRY_MAX_S, Math.max(RETRY_MIN_S, eta))),
    },
  });
}

function busyText(job: CurrentJob | null): string {
  if (job === null) return 'Another import is just ending. Wait in line (onBusy "wait") or try again.';
  const files = job.files.length === 0 ? 'files' : job.files.join(', ');
  if (job.pausedUntil !== null)
    return `${job.owner.name}'s import of ${files} (#${job.number}) waits for an answer, until ${job.pausedUntil} at most. Wait in line (onBusy "wait") or try later.`;
  return `${job.owner.name} is importing ${files} (#${job.number}, ${job.phase}, ${job.percent} %). Wait in line (onBusy "wait") or try later.`;
}
