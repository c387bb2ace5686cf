const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units with at most three digits: `96 KB`, `1.2 MB`, `1.84 GB`. Below 1,000: `211 bytes`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.round(value) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return bytes === 1 ? '1 byte' : `${Math.round(value)} bytes`;
  const digits = unit >= 3 && value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0+$/, '')} ${UNITS[unit]}`;
}
