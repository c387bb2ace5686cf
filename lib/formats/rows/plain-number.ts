import type { CellFormat } from './cell-format';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * The number that a trimmed text writes, with a point and without separators, or null. Separators only count where they
 * stand between groups of three digits: with a comma between thousands, `1,5` is no number.
 */
export function plainNumber(text: string, { decimalMark, thousands }: CellFormat): string | null {
  const [before = '', ...rest] = text.split(decimalMark);
  const grouped = thousands !== '' && before.includes(thousands);
  if (grouped && !isGrouped(before, thousands)) return null;
  const whole = grouped ? before.replaceAll(thousands, '') : before;
  if (decimalMark === ',' && whole.includes('.')) return null;
  const plain = [whole, ...rest].join('.');
  return NUMBER.test(plain) ? plain : null;
}

function isGrouped(whole: string, thousands: string): boolean {
  const [first = '', ...groups] = whole.replace(/^[+-]/, '').split(thousands);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}
