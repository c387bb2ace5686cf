import 'server-only';
import { importLock } from '../lock/import-lock';
import { importsState } from '../records/imports-state';

/** Longer than any holder may be silent; see the lease of the lock. */
const SILENCE_MAX_MS = 150_000;

/** Whether the import lock works: who holds it is alive, and nobody waits for a free lock. Reads memory only. */
export function checkImports(): { ok: boolean; detail: string } {
  const lock = importLock();
  const holder = lock.holder();
  const waiting = lock.line().length;
  if (holder === null) {
    const stuck = waiting > 0;
    return { ok: !stuck, detail: stuck ? `Free, but ${waiting} imports wait.` : 'Free.' };
  }
  const silentMs = Date.now() - holder.lastSignAt.getTime();
  const number = importsState().run?.record.number;
  const who = number === null || number === undefined ? 'an import' : `import #${number}`;
  return {
    ok: silentMs < SILENCE_MAX_MS,
    detail: `Held by ${who}, last sign of life ${Math.max(0, Math.round(silentMs / 1000))} s ago; ${waiting} waiting.`,
  };
}
