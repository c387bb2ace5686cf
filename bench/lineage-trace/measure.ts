/** Milliseconds; `cpu` is the processor time of one call on all threads, which other work on the machine does not change. */
export type Timing = { name: string; p50: number; p95: number; cpu: number };

/** Runs the work once for each input after a few warm-up rounds; times in ms. */
export async function measure<T>(
  name: string,
  inputs: readonly T[],
  work: (input: T) => unknown,
): Promise<Timing> {
  for (const input of inputs.slice(0, 5)) await work(input);
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  for (const input of inputs) {
    const started = performance.now();
    await work(input);
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { name, p50: at(0.5), p95: at(0.95), cpu: (user + system) / 1000 / inputs.length };
}

/** A Markdown table of timings; ratios are against the last one, the baseline. */
export function timingTable(title: string, timings: readonly Timing[]): string {
  const baseline = timings.at(-1);
  const rows = timings.map(({ name, p50, p95, cpu }) => {
    const ratio = (base: number | undefined, own: number) => `${((base ?? 0) / own).toFixed(1)}×`;
    const own = [p50, p95, cpu].map((ms) => ms.toFixed(1));
    const ratios = [ratio(baseline?.p50, p50), ratio(baseline?.p95, p95), ratio(baseline?.cpu, cpu)];
    return `| ${[name, ...own, ...ratios].join(' | ')} |`;
  });
  return [
    `\n${title}`,
    '| | p50 ms | p95 ms | cpu ms | baseline / own: p50 | p95 | cpu |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

/** Bytes held by JavaScript objects and typed arrays, after a collection. */
export function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
