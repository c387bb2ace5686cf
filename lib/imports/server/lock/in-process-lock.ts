import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { startWatchdog } from '../stage/watchdog';
import type { ImportLock, Lease, Place } from './lock';

type Options = { leaseMs?: number; tickMs?: number; now?: () => number };

/** Longer than the silence that ends a worker or an upload: those end their import themselves, this is the last resort. */
const LEASE_MS = 120_000;

/** The import lock of a single server. A holder that gives no sign of life for `leaseMs` loses the lock. */
export function createInProcessLock({ leaseMs = LEASE_MS, ...clock }: Options = {}): ImportLock {
  const listeners = new Set<() => void>();
  const line: Place[] = [];
  let start: ((lease: Lease) => void) | null = null;
  let holder: Lease | null = null;
  let epoch = 0;

  const changed = () => {
    for (const listener of [...listeners]) listener();
  };

  function grant(importId: string): Lease {
    epoch += 1;
    const lost = new AbortController();
    const mine = epoch;
    let lastSignAt = new Date();
    const isHeld = () => holder?.epoch === mine;
    const watchdog = startWatchdog({ ...clock, silenceMs: leaseMs, onSilent: () => end(true) });
    const end = (isLost: boolean) => {
      if (!isHeld()) return;
      watchdog.stop();
      holder = null;
      if (isLost) lost.abort(new AppError('conflicting-state', 'The import lost the import lock.'));
      handOver();
      changed();
    };
    const lease: Lease = {
      importId,
      epoch: mine,
      takenAt: lastSignAt,
      get lastSignAt() {
        return lastSignAt;
      },
      lost: lost.signal,
      heartbeat() {
        if (!isHeld()) return;
        lastSignAt = new Date();
        watchdog.sign();
      },
      assertHeld() {
        if (isHeld()) return;
        throw new AppError(
          'conflicting-state',
          'The import no longer holds the import lock; nothing was written.',
        );
      },
      release: () => end(false),
    };
    holder = lease;
    return lease;
  }

  function handOver(): void {
    if (holder !== null || start === null) return;
    const next = line.shift();
    if (next === undefined) return;
    const lease = grant(next.importId);
    try {
      start(lease);
    } catch (error) {
      lease.release();
      throw error;
    }
  }

  return {
    take(importId) {
      if (holder !== null || line.length > 0) return null;
      const lease = grant(importId);
      changed();
      return lease;
    },
    holder: () => holder,
    join(importId, since) {
      if (!line.some((place) => place.importId === importId)) line.push({ importId, since });
      const position = line.findIndex((place) => place.importId === importId) + 1;
      handOver();
      changed();
      return position;
    },
    leave(importId) {
      const index = line.findIndex((place) => place.importId === importId);
      if (index < 0) return false;
      line.splice(index, 1);
      changed();
      return true;
    },
    line: () => [...line],
    onTurn(starter) {
      start = starter;
      handOver();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
