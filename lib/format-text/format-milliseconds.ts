/** How long an answer took: "41 ms", "1.2 s". */
export function formatMilliseconds(ms: number): string {
  return ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}
