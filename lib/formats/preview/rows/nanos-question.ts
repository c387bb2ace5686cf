import type { RowType } from '@/lib/imports/row-type';
import { keepAsText } from './doubted';
import type { RowAnswer, RowQuestion } from './row-table';

const FINER = /\.\d{6}\d*[1-9]/;
const count = (number: number) => number.toLocaleString('en-US');

/** A column of a Parquet file whose times are counted in nanoseconds; `values`: those that were looked at. */
type NanosColumn = { index: number; type: RowType; values: readonly string[] };

/**
 * What becomes of digits below the microsecond, which no column of a dataset holds; null where there is nothing to ask. Of times with a
 * zone the load never sees them, so that it is asked even where none was seen; other times are rejected there, one by one.
 */
export function nanosQuestion({ index, type, values }: NanosColumn): RowQuestion | null {
  const finer = values.filter((value) => FINER.test(value));
  const example = finer[0] ?? values[0] ?? '';
  const seen = `${count(finer.length)} of ${count(values.length)}`;
  const ask = (answers: RowAnswer[]): RowQuestion => ({
    id: `nanos-${index}`,
    column: index,
    text: 'keep its nanoseconds? The file counts in them, a column of times holds microseconds.',
    answers,
  });
  if (type === 'timestamptz')
    return ask([
      {
        id: 'cut',
        label: 'Cut to microseconds',
        example: `${example} = ${withoutNanos(example)}`,
        follows: finer.length === 0 ? 'no digits are lost so far' : `${seen} lose digits so far`,
        change: { columns: { [index]: { type } } },
      },
      {
        id: 'leave-out',
        label: 'Leave the column out',
        example: 'not imported',
        follows: 'nothing is cut',
        change: { columns: { [index]: { as: null } } },
      },
    ]);
  if (finer.length === 0) return null;
  return ask([
    { ...keepAsText(index), example, follows: 'every digit is kept' },
    {
      id: 'bad',
      label: 'Times, finer ones are bad rows',
      example: `${example} is rejected`,
      follows: `${seen} rejected so far`,
      change: { columns: { [index]: { type } } },
    },
  ]);
}

/** The time as the load reads it. */
export function withoutNanos(text: string): string {
  return text.replace(/(\.\d{6})\d+/, '$1');
}
