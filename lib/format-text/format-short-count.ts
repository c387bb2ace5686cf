/** A count cut to one decimal, for the type switches only: 31240 gives "31.2k". Never rounds up past what is there. */
export function formatShortCount(count: number): string {
  if (count < 1000) return String(count);
  const [unit, size] = count < 1_000_000 ? (['k', 1000] as const) : (['m', 1_000_000] as const);
  const tenths = Math.floor((count / size) * 10) / 10;
  return `${tenths >= 100 ? Math.floor(tenths) : tenths.toFixed(1)}${unit}`;
}
