import { readCell, readDate } from '@/lib/formats/preview/rows/read-cell';
import { limitExample } from '@/lib/imports/limit-example';
import type { RowType } from '@/lib/imports/row-type';

export type ReadLimit = { ok: true; value: string } | { ok: false; error: string };

const isTime = (type: RowType) => /^(date|time|timestamp|timestamptz)$/.test(type);

/**
 * A limit as it was typed, in the form that the load compares with: a number with a point, whatever marks the file has, and days and
 * times as ISO, those with a zone in UTC. For types with `limitExample`.
 */
export function readLimit(text: string, type: RowType): ReadLimit {
  const read = readCell(text.trim(), { type, dateOrder: 'ymd' });
  if (read.kind === 'bad') return refused(read.reason, type);
  if (isTime(type)) return readTime(text.trim(), type);
  const value = read.kind === 'value' ? read.text : '';
  return value.includes('Infinity') ? refused('too large', type) : { ok: true, value };
}

function refused(reason: string, type: RowType): ReadLimit {
  return { ok: false, error: `${reason}; write it like ${limitExample(type)}` };
}

/** Finer than a microsecond is nothing, and an offset would be a second way to say the same. */
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?$/;

function readTime(text: string, type: RowType): ReadLimit {
  const between = type === 'time' ? 0 : text.search(/[ T]|$/);
  const clock = text.slice(between).replace(/^[ T]/, '');
  const [, hour = '00', minute = '00', second = '00', fraction = ''] = CLOCK.exec(clock) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}:${second}${fraction}`;
  if (clock !== '' && !CLOCK.test(clock)) return refused('not a time of day', type);
  if (type === 'time') return { ok: true, value: time };
  const date = readDate(text.slice(0, between), 'ymd');
  if (date === null) return refused(type === 'date' ? 'not a date' : 'not a point in time', type);
  const day = `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
  if (type === 'date') return { ok: true, value: day };
  return { ok: true, value: `${day} ${time}${type === 'timestamptz' ? '+00' : ''}` };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
