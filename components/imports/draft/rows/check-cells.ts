import { countOf } from '@/lib/format-text/format-count';
import { type CellRule, readCell } from '@/lib/formats/preview/rows/read-cell';
import type { CellFormat } from '@/lib/formats/rows/cell-format';
import type { ColumnRules } from '@/lib/imports/row-choices';
import { comparableValue } from './comparable-value';

/** Why a cell fails a check of its column, in a few words; null when it does not, or is not of its type at all. */
export type CellCheck = (raw: string | null) => string | null;

const passes: CellCheck = () => null;

/** The checks of a column as the load will make them, as far as they can be made here. The load on the server decides. */
export function checkCells(rules: ColumnRules, rule: CellRule, marks: CellFormat): CellCheck {
  const { format, required, minLength, maxLength, allowed, min, max } = rules;
  const hasRules = [minLength, maxLength, allowed, min, max].some((it) => it !== undefined);
  // Only the engine reads times of a format of their own.
  if (format !== undefined || (!hasRules && required !== true)) return passes;
  const limit = (value: string | number) => comparableValue(String(value), { ...rule, dateOrder: 'ymd' });
  const least = min === undefined ? null : limit(min);
  const most = max === undefined ? null : limit(max);
  const values = allowed === undefined ? null : new Set(allowed.map(limit));
  return (raw) => {
    const read = readCell(raw, rule, marks);
    if (read.kind === 'bad') return null;
    const isEmptyText = raw === '' && rule.type === 'text';
    if (raw === null || (read.kind === 'null' && !isEmptyText))
      return required === true ? 'required, but empty' : null;
    if (rule.type === 'text') {
      const length = [...raw].length;
      if (minLength !== undefined && length < minLength)
        return `${countOf(length, 'character')}, at least ${minLength} needed`;
      if (maxLength !== undefined && length > maxLength)
        return `${countOf(length, 'character')}, at most ${maxLength} allowed`;
    }
    const value = comparableValue(raw, rule, marks);
    if (value === null) return null;
    if (values !== null && !values.has(value)) return 'not an allowed value';
    if (least !== null && value < least) return `less than ${min}`;
    return most !== null && value > most ? `more than ${max}` : null;
  };
}

/** How many of the cells fail, and why the first of them does; null when none does. */
export function failedCells(
  cells: readonly (string | null)[],
  check: CellCheck,
): { count: number; reason: string } | null {
  if (check === passes) return null;
  const reasons = cells.flatMap((cell) => check(cell) ?? []);
  const [reason] = reasons;
  return reason === undefined ? null : { count: reasons.length, reason };
}
