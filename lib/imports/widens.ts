import type { RowType } from './row-type';

/** Whole digits that every value of an integer type fits into. */
const DIGITS: Partial<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19, hugeint: 39 };
const INTEGERS = ['smallint', 'integer', 'bigint', 'hugeint'];
/** Integers that a double holds exactly. */
const EXACT_IN_DOUBLE = ['smallint', 'integer'];

/** True when every value of `from` is kept by `to` without loss. A type does not widen to itself. */
export function widens(from: RowType, to: RowType): boolean {
  if (from === to) return false;
  if (to === 'text') return from !== 'blob';
  if (to === 'double') return EXACT_IN_DOUBLE.includes(from);
  if (to === 'timestamp') return from === 'date';
  if (INTEGERS.includes(to)) {
    return INTEGERS.includes(from) && INTEGERS.indexOf(from) < INTEGERS.indexOf(to);
  }
  const target = decimalOf(to);
  if (target === null) return false;
  const source = decimalOf(from) ?? { whole: DIGITS[from] ?? Number.POSITIVE_INFINITY, scale: 0 };
  return target.whole >= source.whole && target.scale >= source.scale;
}

function decimalOf(type: string): { whole: number; scale: number } | null {
  const [, precision, scale] = /^decimal\((\d+),(\d+)\)$/.exec(type) ?? [];
  return precision === undefined ? null : { whole: Number(precision) - Number(scale), scale: Number(scale) };
}
