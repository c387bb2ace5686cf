import { z } from 'zod';
import { readCell } from '@/lib/formats/preview/rows/read-cell';
import { limitExample } from '@/lib/imports/limit-example';
import type { ColumnRules } from '@/lib/imports/row-choices';
import type { RowType } from '@/lib/imports/row-type';
import { limitsOf, whyNotLimit } from '@/lib/imports/wrong-limit';
import { comparableValue } from './comparable-value';
import { readLimit } from './read-limit';

/** The checks of a column as they are typed; what is empty is not checked. `allowed`: one value a line. */
export const TypedChecks = z.object({
  required: z.boolean(),
  minLength: z.string(),
  maxLength: z.string(),
  allowed: z.string(),
  min: z.string(),
  max: z.string(),
});
export type TypedChecks = z.infer<typeof TypedChecks>;

/** What is wrong with what was typed, by its field. */
export type CheckErrors = Partial<Record<Exclude<keyof TypedChecks, 'required'>, string>>;

export const noChecks: TypedChecks = {
  required: false,
  minLength: '',
  maxLength: '',
  allowed: '',
  min: '',
  max: '',
};

/** The fields as they are filled when these rules count. */
export function typedChecks(rules: ColumnRules): TypedChecks {
  const { required = false, minLength = '', maxLength = '', allowed = [], min = '', max = '' } = rules;
  return {
    required,
    minLength: String(minLength),
    maxLength: String(maxLength),
    allowed: allowed.join('\n'),
    min: String(min),
    max: String(max),
  };
}

/** What is wrong with limits that were confirmed, now that the column has this type. */
export function wrongLimits(rules: ColumnRules, type: RowType): CheckErrors {
  const errors: CheckErrors = {};
  for (const limit of limitsOf(rules)) {
    const why = whyNotLimit(limit, type);
    if (why !== null) errors[limit.check] ??= limit.check === 'allowed' ? `${limit.value}: ${why}` : why;
  }
  return errors;
}

/** A limit of one type is none of another: 10 is no date. */
export function withoutLimits(typed: TypedChecks): TypedChecks {
  return { ...typed, min: '', max: '' };
}

/** Reads what was typed for a column of this type. Only what is right is among the rules. */
export function readChecks(
  typed: TypedChecks,
  type: RowType,
): { rules: Omit<ColumnRules, 'format'>; errors: CheckErrors } {
  const errors: CheckErrors = {};
  const take = <T>(field: keyof CheckErrors, read: Read<T>): T | undefined => {
    if (read.error !== undefined) errors[field] = read.error;
    return read.value;
  };
  const minLength = take('minLength', readLength(typed.minLength));
  const maxLength = take('maxLength', readLength(typed.maxLength));
  const allowed = take('allowed', readAllowed(typed.allowed, type));
  const min = take('min', readBound(typed.min, type));
  const max = take('max', readBound(typed.max, type));
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength)
    errors.maxLength = `less than the shortest, ${minLength}`;
  if (min !== undefined && max !== undefined && limitExample(type) !== null && isBeyond(min, max, type))
    errors.max = `less than the smallest, ${min}`;
  return {
    rules: {
      ...(typed.required ? { required: true } : {}),
      ...(minLength === undefined ? {} : { minLength }),
      ...(maxLength === undefined ? {} : { maxLength }),
      ...(allowed === undefined ? {} : { allowed }),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
    errors,
  };
}

/** Whether the first of two limits is beyond the second. */
function isBeyond(first: string, second: string, type: RowType): boolean {
  const [one, other] = [first, second].map((text) => comparableValue(text, { type, dateOrder: 'ymd' }));
  return one != null && other != null && one > other;
}

type Read<T> = { value?: T; error?: string };

function readLength(text: string): Read<number> {
  const plain = text.trim();
  if (plain === '') return {};
  return /^[1-9]\d{0,8}$/.test(plain) ? { value: Number(plain) } : { error: 'not a whole number from 1 up' };
}

const LIMIT_MAX = 100;

function readBound(text: string, type: RowType): Read<string> {
  if (text.trim() === '') return {};
  if (text.length > LIMIT_MAX) return { error: `more than ${LIMIT_MAX} characters` };
  if (limitExample(type) === null) return { value: text };
  const read = readLimit(text, type);
  return read.ok ? { value: read.value } : { error: read.error };
}

const VALUES_MAX = 1000;
const VALUE_MAX = 1000;

function readAllowed(text: string, type: RowType): Read<string[]> {
  const values: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readValue(line, type);
    if (read.error !== undefined) return { error: `line ${index + 1}: ${read.error}` };
    values.push(read.value ?? line);
  }
  const distinct = [...new Set(values)];
  if (distinct.length > VALUES_MAX) return { error: `${distinct.length} values; at most ${VALUES_MAX}` };
  return distinct.length === 0 ? {} : { value: distinct };
}

function readValue(line: string, type: RowType): Read<string> {
  if (line.length > VALUE_MAX) return { error: `more than ${VALUE_MAX} characters` };
  if (limitExample(type) !== null) return readBound(line, type);
  const read = readCell(line, { type });
  if (read.kind === 'bad') return { error: read.reason };
  return { value: read.kind === 'value' ? read.text : line };
}
