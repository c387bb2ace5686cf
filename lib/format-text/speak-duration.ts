const UNITS: Record<string, string> = { h: 'hour', min: 'minute', s: 'second' };

/** A written duration in words for screen readers: "1 min 20 s" becomes "1 minute 20 seconds". */
export function speakDuration(written: string): string {
  return written.replace(/([\d.]+) (h|min|s)\b/g, (_, n: string, unit: string) => {
    return `${n} ${UNITS[unit]}${n === '1' ? '' : 's'}`;
  });
}
