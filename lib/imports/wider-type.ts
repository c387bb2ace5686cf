import type { RowType } from './row-type';

/** Whole digits that every value of a whole number type has room in. */
const WHOLE_DIGITS: Partial<Record<RowType, number>> = { smallint: 5, integer: 10, bigint: 19, hugeint: 39 };
const DECIMAL_MAX = 38;

/** The narrowest type that holds all values of both without loss, null when only text does. */
export function widerType(a: RowType, b: RowType): RowType | null {
  if (a === b) return a;
  const [wholeA, wholeB] = [WHOLE_DIGITS[a], WHOLE_DIGITS[b]];
  if (wholeA !== undefined && wholeB !== undefined) return wholeA > wholeB ? a : b;
  const pair = new Set<RowType>([a, b]);
  if (pair.has('date') && pair.has('timestamp')) return 'timestamp';
  if (pair.has('double') && (pair.has('smallint') || pair.has('integer'))) return 'double';
  const [sizeA, sizeB] = [decimalSize(a), decimalSize(b)];
  if (sizeA === null || sizeB === null) return null;
  const whole = Math.max(sizeA.whole, sizeB.whole);
  const scale = Math.max(sizeA.scale, sizeB.scale);
  return whole + scale <= DECIMAL_MAX ? `decimal(${whole + scale},${scale})` : null;
}

function decimalSize(type: RowType): { whole: number; scale: number } | null {
  const digits = WHOLE_DIGITS[type];
  if (digits !== undefined) return { whole: digits, scale: 0 };
  const [, precision, scale] = /^decimal\((\d+),(\d+)\)$/.exec(type) ?? [];
  return precision === undefined ? null : { whole: Number(precision) - Number(scale), scale: Number(scale) };
}
