import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';

const ATTEMPTS_MAX = 4;
const FIRST_WAIT_MS = 200;
const WAIT_MAX_MS = 5000;

type Options = {
  signal: AbortSignal;
  /** Milliseconds for the wait before attempt n (1, 2, ...), so that many do not come at once. */
  waitMs?: (attempt: number) => number;
};

/**
 * Does the work again when it failed for a reason that may pass (a read or write error of the disk, too little memory for the
 * moment, a conflict of transactions), at most four times in all, after waits that double and vary at random. `work` gets the number of attempts
 * before it; each one must leave nothing behind when it fails.
 * @throws the last error; the signal's reason
 */
export async function withRetries<T>(
  work: (attempt: number) => Promise<T>,
  { signal, waitMs = randomWait }: Options,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt + 1 >= ATTEMPTS_MAX || signal.aborted || !mayPass(error)) throw error;
      log.warn(
        { err: error, attempt: attempt + 1 },
        'a publish failed for a reason that may pass; it is tried again',
      );
      await sleep(waitMs(attempt + 1), undefined, { signal });
    }
  }
}

/** A full disk does not pass by itself, and what we say ourselves is decided. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  if (/No space left on device|FATAL|database has been invalidated/.test(error.message)) return false;
  return /IO Error|Out of Memory|Could not (read|write)|[Tt]ransaction conflict|Conflict on|write-write conflict/.test(
    error.message,
  );
}

function randomWait(attempt: number): number {
  const longest = Math.min(WAIT_MAX_MS, FIRST_WAIT_MS * 2 ** attempt);
  return longest / 2 + Math.random() * (longest / 2);
}
