/** A duration in at most two units: `0.4 s`, `52 s`, `2 min 40 s`, `3 h 5 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 0.95) return `${Math.max(0.1, Math.round(seconds * 10) / 10)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return join(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(whole / 60);
  return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** A time left, rounded to 10 s from a minute up so that it does not flicker; `estimating` while it is not known. */
export function formatEta(seconds: number | null): string {
  if (seconds === null) return 'estimating';
  return formatDuration(seconds < 60 ? Math.max(1, Math.ceil(seconds)) : Math.round(seconds / 10) * 10);
}
