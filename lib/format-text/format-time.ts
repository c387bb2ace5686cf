const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

/** Time of day in the reader's zone: `14:22`. */
export function formatClock(at: Date): string {
  return clock.format(at);
}

/** Time of day with seconds: `14:22:31`. */
export function formatClockSeconds(at: Date): string {
  return clockWithSeconds.format(at);
}

/** The whole time for tooltips: `Tuesday, 3 June 2025 at 14:22:31 CEST`. */
export function formatFullTime(at: Date): string {
  return full.format(at);
}

/** The day: `today`, `yesterday`, `2 June`, or with the year when it is not this year's. */
export function formatDay(at: Date, now: Date): string {
  const days = calendarDaysBetween(at, now);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return (at.getFullYear() === now.getFullYear() ? dayAndMonth : dayMonthYear).format(at);
}

/** When something happened: relative up to a day, then `yesterday 17:05`, then the date. */
export function formatTimeAgo(at: Date, now: Date): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  if (seconds < 5) return 'now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (calendarDaysBetween(at, now) === 0) return `${Math.floor(seconds / 3600)} h ago`;
  const day = formatDay(at, now);
  return day === 'yesterday' ? `yesterday ${formatClock(at)}` : day;
}

function calendarDaysBetween(from: Date, to: Date): number {
  const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
