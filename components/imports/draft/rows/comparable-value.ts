import { type CellRule, readCell, readDate } from '@/lib/formats/preview/rows/read-cell';
import { type CellFormat, PLAIN_CELLS } from '@/lib/formats/rows/cell-format';

/** A value in a form that `<`, `>` and `===` compare as the load does; two of one type have the same form. */
export type Comparable = bigint | number | string;

/** What a cell or a limit is worth in comparisons; null when it is empty, no value of the type, or only the engine can read it. */
export function comparableValue(
  raw: string,
  rule: CellRule,
  marks: CellFormat = PLAIN_CELLS,
): Comparable | null {
  const { type } = rule;
  if (type === 'text') return raw;
  const read = readCell(raw, rule, marks);
  if (read.kind !== 'value' || type === 'json' || type === 'blob') return null;
  if (type === 'double') return Number(read.text);
  if (/^(smallint|integer|bigint|hugeint|decimal)/.test(type)) return scaled(read.text);
  return /^(date|time)/.test(type) ? timeOf(raw.trim(), rule) : read.text;
}

const DECIMALS_MAX = 38;

/** Decimals may have more digits than a number of JavaScript. */
function scaled(text: string): bigint {
  const [whole = '', after = ''] = text.split('.');
  return BigInt(`${whole}${after.padEnd(DECIMALS_MAX, '0')}`);
}

const ZONE = / ?(?:Z|([+-])(\d{2}):?(\d{2})?)$/;

/** Times of one type sort as their text does; those with a zone are in UTC. */
function timeOf(text: string, { type, dateOrder }: CellRule): string | null {
  if (type === 'time') return clockOf(text);
  const [day = '', ...rest] = text.split(/[ T]/);
  const date = readDate(day, dateOrder);
  if (date === null) return null;
  const { year, month, day: nth } = date;
  if (type === 'date') return isoDay(Date.UTC(year, month - 1, nth));
  const clock = rest.join(' ');
  const zone = ZONE.exec(clock);
  // What becomes of an offset without a column for it is up to the engine.
  if (zone !== null && type === 'timestamp') return null;
  const time = clockOf(clock.replace(ZONE, ''));
  const [, sign, hours = '0', minutes = '0'] = zone ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, nth, hour, minute - offset));
  const [utcDay, utcClock = ''] = moved.toISOString().split('T');
  return `${utcDay} ${utcClock.slice(0, 'hh:mm'.length)}${time.slice('hh:mm'.length)}`;
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length);

/** "8:30" is "08:30:00.000000". */
function clockOf(text: string): string {
  const [hour = '', minute = '', second = ''] = text.split(':');
  const [whole = '', fraction = ''] = second.split('.');
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}:${whole.padStart(2, '0')}.${fraction.padEnd(6, '0')}`;
}
