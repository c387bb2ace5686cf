export type Timing = { name: string; p50: number; p95: number };

/** Runs the work once for each input after a few warm-up rounds; times in ms. */
export async function measure<T>(
  name: string,
  inputs: readonly T[],
  work: (input: T) => unknown,
): Promise<Timing> {
  for (const input of inputs.slice(0, 5)) await work(input);
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await work(input);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { name, p50: at(0.5), p95: at(0.95) };
}

/** A Markdown table of timings; ratios are against the last one, the baseline. */
export function timingTable(title: string, timings: readonly Timing[]): string {
  const baseline = timings.at(-1);
  const rows = timings.map(({ name, p50, p95 }) => {
    const ratio = (base: number | undefined, own: number) => `${((base ?? 0) / own).toFixed(1)}×`;
    return `| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${ratio(baseline?.p50, p50)} | ${ratio(baseline?.p95, p95)} |`;
  });
  return [
    `\n${title}`,
    '| | p50 ms | p95 ms | baseline / own p50 | baseline / own p95 |',
    '|---|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

/** Bytes held by JavaScript objects and typed arrays, after a collection. */
export function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
