import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { cellText } from './cell-text';

const SECONDS_OF_DAY = 24 * 60 * 60;
const DIGITS = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;
type Unit = keyof typeof DIGITS;

/** For the reader of Parquet: points in time as text, to the last digit. A Date of JavaScript ends with milliseconds. */
export const TIMES_AS_TEXT: Partial<ParquetParsers> = {
  dateFromDays: (days) => dayText(days * SECONDS_OF_DAY),
  timestampFromMilliseconds: (value) => pointText(value, 'MILLIS'),
  timestampFromMicroseconds: (value) => pointText(value, 'MICROS'),
  timestampFromNanoseconds: (value) => pointText(value, 'NANOS'),
};

/**
 * A column as the reader should see it. Decimals are stripped of their meaning, so that they arrive as whole numbers, which
 * `parquetCell` scales: the reader itself makes floating point of them.
 */
export function withExactDecimals(element: SchemaElement): SchemaElement {
  if (!isExactDecimal(element)) return element;
  const { converted_type: _, logical_type: __, ...bare } = element;
  return bare;
}

/** A value that was read through `TIMES_AS_TEXT` and `withExactDecimals`, as text of its column; null stays null. */
export function parquetCell(value: unknown, column: SchemaElement): string | null {
  const logical = column.logical_type;
  const isWhole = typeof value === 'number' || typeof value === 'bigint';
  if (isExactDecimal(column) && (isWhole || value instanceof Uint8Array))
    return decimalText(isWhole ? BigInt(value) : signed(value), scaleOf(column));
  const unit = isClock(column) ? timeUnit(column) : null;
  if (unit !== null && isWhole) return clockText(BigInt(value), unit);
  const text = cellText(value);
  return text !== null && logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC ? `${text}+00` : text;
}

/** Those in byte arrays of any length cannot be told from texts once their meaning is gone. */
function isExactDecimal({ type, converted_type, logical_type }: SchemaElement): boolean {
  return type !== 'BYTE_ARRAY' && (converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL');
}

function scaleOf({ scale, logical_type }: SchemaElement): number {
  return logical_type?.type === 'DECIMAL' ? logical_type.scale : (scale ?? 0);
}

function isClock({ converted_type, logical_type }: SchemaElement): boolean {
  return logical_type?.type === 'TIME' || converted_type?.startsWith('TIME_') === true;
}

/** What the times of a column are counted in; null for a column of something else, and of the old form of 96 bits. */
export function timeUnit({ converted_type, logical_type }: SchemaElement): Unit | null {
  if (logical_type?.type === 'TIME' || logical_type?.type === 'TIMESTAMP') return logical_type.unit;
  if (converted_type === 'TIME_MILLIS' || converted_type === 'TIMESTAMP_MILLIS') return 'MILLIS';
  return converted_type === 'TIME_MICROS' || converted_type === 'TIMESTAMP_MICROS' ? 'MICROS' : null;
}

/** Big-endian, two's complement. */
function signed(bytes: Uint8Array): bigint {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(bytes.length * 8, value);
}

function decimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function pointText(value: bigint, unit: Unit): string {
  const perSecond = 10n ** BigInt(DIGITS[unit]);
  const fraction = ((value % perSecond) + perSecond) % perSecond;
  const seconds = Number((value - fraction) / perSecond);
  const ofDay = ((seconds % SECONDS_OF_DAY) + SECONDS_OF_DAY) % SECONDS_OF_DAY;
  return `${dayText(seconds)} ${clockText(BigInt(ofDay) * perSecond + fraction, unit)}`;
}

function dayText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? 'a day beyond any calendar'
    : (date.toISOString().split('T')[0] ?? '');
}

function clockText(value: bigint, unit: Unit): string {
  const perSecond = 10n ** BigInt(DIGITS[unit]);
  const seconds = Number(value / perSecond);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = String(value % perSecond)
    .padStart(DIGITS[unit], '0')
    .replace(/0+$/, '');
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}${fraction === '' ? '' : `.${fraction}`}`;
}
