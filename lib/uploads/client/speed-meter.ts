/** Bytes per second, smoothed: each measurement weighs in with a half-life of two seconds. */
export type SpeedMeter = {
  /** Tells the meter how many bytes were sent in all at a time (ms). */
  sample: (bytes: number, nowMs: number) => void;
  /** Bytes per second, or null before the first second of measurement. */
  speed: () => number | null;
};

const HALF_LIFE_MS = 2000;

export function createSpeedMeter(): SpeedMeter {
  let last: { bytes: number; at: number } | undefined;
  let measuredMs = 0;
  let smoothed: number | null = null;
  return {
    sample(bytes, nowMs) {
      if (last && nowMs > last.at) {
        const elapsed = nowMs - last.at;
        const rate = (Math.max(0, bytes - last.bytes) / elapsed) * 1000;
        const keep = 0.5 ** (elapsed / HALF_LIFE_MS);
        smoothed = smoothed === null ? rate : smoothed * keep + rate * (1 - keep);
        measuredMs += elapsed;
      }
      if (!last || nowMs > last.at) last = { bytes, at: nowMs };
    },
    speed: () => (measuredMs < 1000 ? null : smoothed),
  };
}
