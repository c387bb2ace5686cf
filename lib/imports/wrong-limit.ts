import { AppError } from '@/lib/errors/app-error';
import { readCell } from '@/lib/formats/preview/rows/read-cell';
import { limitExample } from './limit-example';
import type { ColumnRules } from './row-choices';
import type { RowType } from './row-type';

/** A value that cells of a column are compared with: a limit, or one of the allowed values. */
export type CheckLimit = { readonly check: 'min' | 'max' | 'allowed'; readonly value: string };

/** What the checks of a column compare its cells with. */
export function limitsOf({
  min,
  max,
  allowed = [],
}: Pick<ColumnRules, 'min' | 'max' | 'allowed'>): CheckLimit[] {
  return [
    ...(min === undefined ? [] : [{ check: 'min', value: String(min) } as const]),
    ...(max === undefined ? [] : [{ check: 'max', value: String(max) } as const]),
    ...allowed.map((value) => ({ check: 'allowed', value }) as const),
  ];
}

/** Why a limit is no value of a type, in a few words; null when it is one, as far as can be told without the engine. */
export function whyNotLimit({ value }: CheckLimit, type: RowType): string | null {
  const read = readCell(value, { type, dateOrder: 'ymd' });
  if (read.kind === 'bad') return read.reason;
  return read.kind === 'null' && type !== 'text' ? 'empty' : null;
}

/** The refusal of a limit that is no value of its column's type: nothing could be compared with it. */
export function wrongLimit(
  dataset: string,
  column: string,
  { check, value }: CheckLimit,
  type: RowType,
): AppError {
  const example = limitExample(type);
  return new AppError(
    'invalid-request',
    `${dataset}: the check ${check} of the column ${column} is ${JSON.stringify(value)}, which is no value of its type ${type}. ` +
      `Give ${example === null ? 'a value of that type' : `a value such as ${example}`}, or leave the check out. Nothing was imported.`,
    { extra: { dataset, column, check, value, columnType: type } },
  );
}
