import { engineType, type RowType } from '@/lib/imports/row-type';
import type { CellRule } from './cell-rule';
import { shownCell } from './cell-rule';
import type { SqlParams } from './sql-params';

/** What a person demands of a column besides its type. */
export type ColumnChecks = {
  readonly required?: boolean | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly allowed?: readonly string[] | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
};

/** Rules over a typed value `v`; `name` and `v` are SQL. */
export function checkValue(
  checks: ColumnChecks,
  type: RowType,
  name: string,
  v: string,
  params: SqlParams,
): CellRule[] {
  const rules: CellRule[] = [];
  const text = `${v}::VARCHAR`;
  const limit = (value: string | number) => `TRY_CAST(${params.add(String(value))} AS ${engineType(type)})`;
  if (checks.required === true)
    rules.push({
      when: `${v} IS NULL`,
      code: 'REQUIRED',
      message: `${name} || ' is empty; every record needs one.'`,
    });
  if (checks.minLength !== undefined)
    rules.push({
      when: `length(${text}) < ${checks.minLength}`,
      code: 'TOO_SHORT',
      message: `${name} || ' has ' || length(${text}) || ' characters; at least ${checks.minLength} are needed.'`,
    });
  if (checks.maxLength !== undefined)
    rules.push({
      when: `length(${text}) > ${checks.maxLength}`,
      code: 'TOO_LONG',
      message: `${name} || ' has ' || length(${text}) || ' characters; at most ${checks.maxLength} are allowed.'`,
    });
  if (checks.allowed !== undefined) {
    // As values of the type: 1 allows 1.0000 in a column of decimals.
    const allowed = checks.allowed.map(limit).join(', ');
    rules.push({
      when: `${v} IS NOT NULL AND ${allowed === '' ? 'true' : `coalesce(${v} NOT IN (${allowed}), true)`}`,
      code: 'NOT_ALLOWED',
      message: `${name} || ': ' || ${shownCell(text)} || ' is not one of the allowed values.'`,
    });
  }
  for (const [bound, sign, word] of [
    [checks.min, '<', 'less than'],
    [checks.max, '>', 'more than'],
  ] as const) {
    if (bound === undefined) continue;
    rules.push({
      when: `${v} ${sign} ${limit(bound)}`,
      code: 'OUT_OF_RANGE',
      message: `${name} || ': ' || ${shownCell(text)} || ' is ${word} ' || ${params.add(String(bound))} || '.'`,
    });
  }
  return rules;
}
