import 'server-only';
import { isPaused } from '../../pause';
import { getRecord } from '../records/find-record';
import { type ImportRecord, isOver } from '../records/import-record';
import { type ActiveRun, importsState } from '../records/imports-state';

const WAIT_MAX_SECONDS = 300;

/** Seconds of `Prefer: wait=30` (RFC 7240), at most 300; 0 when the header asks for nothing we know. */
export function preferredWaitSeconds(prefer: string | null): number {
  const match = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})"?\s*(?:$|[,;])/i.exec(prefer ?? '');
  return match === null ? 0 : Math.min(WAIT_MAX_SECONDS, Number(match[1]));
}

/**
 * Waits until an import is over, its snapshot can be read and the lock is free, or until it asks its owner; at most `seconds`, or until the signal.
 * Returns its record then, over or not. @throws AppError not-found
 */
export async function waitForImport(id: string, seconds: number, signal: AbortSignal): Promise<ImportRecord> {
  const { changeListeners } = importsState();
  let listener = () => {};
  let timer: NodeJS.Timeout | undefined;
  let seen: ActiveRun | null = null;
  const gaveUp = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), seconds * 1000);
    signal.addEventListener('abort', () => resolve(true), { once: true });
  });
  try {
    for (;;) {
      const changed = new Promise<false>((resolve) => {
        changeListeners.delete(listener);
        listener = () => resolve(false);
        changeListeners.add(listener);
      });
      const { run } = importsState();
      if (run?.id === id) seen = run;
      // What it was when it ended can be told even when the workspace is closed by now.
      const record = seen !== null && isOver(seen.record) ? seen.record : await getRecord(id);
      if (isOver(record) && importsState().run?.id !== id) return record;
      if (isPaused(record)) return record;
      if (await Promise.race([changed, gaveUp])) return await getRecord(id);
    }
  } finally {
    clearTimeout(timer);
    changeListeners.delete(listener);
  }
}
