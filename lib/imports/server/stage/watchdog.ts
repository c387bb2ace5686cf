import 'server-only';

export type Watchdog = {
  /** A sign of life. */
  sign(): void;
  stop(): void;
};

type Options = { silenceMs: number; onSilent: () => void; tickMs?: number; now?: () => number };

/**
 * Calls `onSilent` once when no sign of life came for `silenceMs`, counted on the monotonic clock. Time in which this
 * process itself stood still (suspended machine, stopped process) is not held against the watched one.
 */
export function startWatchdog({ silenceMs, onSilent, tickMs = 1000, now = monotonicMs }: Options): Watchdog {
  let silentMs = 0;
  let tickedAt = now();
  const timer = setInterval(() => {
    const at = now();
    silentMs += Math.min(at - tickedAt, 2 * tickMs);
    tickedAt = at;
    if (silentMs < silenceMs) return;
    clearInterval(timer);
    onSilent();
  }, tickMs);
  timer.unref();
  return {
    sign() {
      silentMs = 0;
      tickedAt = now();
    },
    stop: () => clearInterval(timer),
  };
}

/** Milliseconds that no change of the wall clock can move. */
export function monotonicMs(): number {
  return performance.now();
}
