import type { RowType } from '@/lib/imports/row-type';
import { type CellFormat, PLAIN_CELLS } from '../../rows/cell-format';
import { plainNumber } from '../../rows/plain-number';
import type { DateOrder } from './row-table';

export type CellReading =
  | { kind: 'null' }
  /** `text`: as it will be in the dataset; times and dates in words. */
  | { kind: 'value'; text: string }
  | { kind: 'bad'; reason: string };

export type CellRule = { type: RowType; dateOrder?: DateOrder | 'ymd' | undefined };
type Marks = CellFormat;

const WHOLE_LIMITS: Record<string, bigint> = {
  smallint: 2n ** 15n,
  integer: 2n ** 31n,
  bigint: 2n ** 63n,
  hugeint: 2n ** 127n,
};
const TRUE = /^(true|t|yes|y|1)$/i;
const FALSE = /^(false|f|no|n|0)$/i;

/** Reads one cell as the load will, for showing it beside its raw text. The load on the server decides. */
export function readCell(raw: string | null, rule: CellRule, marks: Marks = PLAIN_CELLS): CellReading {
  if (raw === null || raw === '' || marks.nullTexts.includes(raw)) return { kind: 'null' };
  const { type } = rule;
  const text = raw.trim();
  if (type === 'text' || type === 'json' || type === 'blob') return { kind: 'value', text: raw };
  if (type === 'boolean') {
    if (TRUE.test(text)) return { kind: 'value', text: 'true' };
    return FALSE.test(text) ? { kind: 'value', text: 'false' } : bad('not true or false');
  }
  if (type === 'uuid') {
    return /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i.test(text)
      ? { kind: 'value', text: text.toLowerCase() }
      : bad('not a UUID');
  }
  if (type in WHOLE_LIMITS || type === 'double' || type.startsWith('decimal'))
    return readNumber(text, type, marks);
  return readTime(text, rule);
}

const bad = (reason: string): CellReading => ({ kind: 'bad', reason });

function readNumber(text: string, type: RowType, marks: Marks): CellReading {
  const plain = plainNumber(text, marks);
  if (plain === null) return bad('not a number');
  const limit = WHOLE_LIMITS[type];
  if (limit !== undefined) {
    if (!/^[+-]?\d+$/.test(plain)) return bad('not a whole number');
    const value = BigInt(plain.replace('+', ''));
    return value < limit && value >= -limit ? { kind: 'value', text: String(value) } : bad('too large');
  }
  if (type === 'double') return { kind: 'value', text: String(Number(plain)) };
  const [, precision = '0', scale = '0'] = /\((\d+),(\d+)\)/.exec(type) ?? [];
  const [, sign = '', before = '', after = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(plain) ?? [];
  if (`${before}${after}` === '') return bad('not a decimal number');
  if (after.replace(/0+$/, '').length > Number(scale)) return bad(`more than ${scale} decimals`);
  const whole = before.replace(/^0+(?=\d)/, '');
  if (whole.length > Number(precision) - Number(scale) && whole !== '0') return bad('too large');
  return {
    kind: 'value',
    text: `${sign === '-' ? '-' : ''}${whole || '0'}${after === '' ? '' : `.${after}`}`,
  };
}

/** Finer than a microsecond is no value of a column; zeros at the end say nothing. */
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6}0*)?)?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function readTime(text: string, rule: CellRule): CellReading {
  // An offset stands behind a time of day alone: the end of `2024-01-31` looks like one.
  if (rule.type === 'time') return isClock(text) ? { kind: 'value', text } : bad('not a time');
  const [, day = '', clock = '', zone = ''] =
    /^(\S+?)(?:[ T](\d{1,2}:\S+?)(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/.exec(text) ?? [];
  const date = readDate(day, rule.dateOrder);
  if (date === null) return bad(rule.type === 'date' ? 'not a date' : 'not a point in time');
  if (clock !== '' && !isClock(clock)) return bad('no such time');
  if (rule.type === 'date')
    return clock === '' ? { kind: 'value', text: dateWords(date) } : bad('has a time of day');
  return { kind: 'value', text: `${dateWords(date)}${clock === '' ? ' 00:00' : ` ${clock}`}${zone}` };
}

function isClock(text: string): boolean {
  const [, hour, minute, second = '0'] = CLOCK.exec(text) ?? [];
  return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/** Year, month and day of a written date in the stated order; null when there is no such day. */
export function readDate(
  text: string,
  order: CellRule['dateOrder'],
): { year: number; month: number; day: number } | null {
  const parts = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!parts) return null;
  const [first, second, third] = [parts[1], parts[3], parts[4]].map(Number) as [number, number, number];
  const isYearFirst = parts[1]?.length === 4;
  if (!isYearFirst && (order === undefined || order === 'ymd' || parts[4]?.length !== 4)) return null;
  const date = isYearFirst
    ? { year: first, month: second, day: third }
    : order === 'mdy'
      ? { year: third, month: first, day: second }
      : { year: third, month: second, day: first };
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const isDay = real.getUTCMonth() === date.month - 1 && real.getUTCDate() === date.day;
  return isDay ? date : null;
}

/** "1 Feb 2024". */
export function dateWords({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
