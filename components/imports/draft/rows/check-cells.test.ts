import { expect, test } from 'vitest';
import { PLAIN_CELLS } from '@/lib/formats/rows/cell-format';
import type { ColumnRules } from '@/lib/imports/row-choices';
import type { RowType } from '@/lib/imports/row-type';
import { checkCells, failedCells } from './check-cells';

const GERMAN = { decimalMark: ',', thousands: '.', nullTexts: ['n/a'] } as const;

test.each<[RowType, ColumnRules, string | null, string | null]>([
  ['text', { required: true }, null, 'required, but empty'],
  ['integer', { required: true }, 'n/a', 'required, but empty'],
  ['integer', { min: 1 }, 'n/a', null],
  // Not of its type: that is told already.
  ['integer', { min: 1, required: true }, 'abc', null],
  ['text', { minLength: 2 }, 'x', '1 character, at least 2 needed'],
  ['text', { maxLength: 3 }, 'äöüß', '4 characters, at most 3 allowed'],
  ['text', { maxLength: 3 }, '😀😀😀', null],
  ['text', { allowed: ['open'] }, 'Open', 'not an allowed value'],
  ['decimal(18,4)', { allowed: ['2.5'] }, '2,50', null],
  ['decimal(18,4)', { max: '1234.5' }, '1.234,51', 'more than 1234.5'],
  ['decimal(18,4)', { min: '-0.5' }, '-0,4', null],
  ['decimal(18,4)', { min: '-0.5' }, '-0,6', 'less than -0.5'],
  ['bigint', { max: '9007199254740993' }, '9007199254740994', 'more than 9007199254740993'],
  ['double', { min: 0.1 }, '0,09', 'less than 0.1'],
  ['boolean', { allowed: ['true'] }, 'no', 'not an allowed value'],
  ['time', { min: '08:30' }, '8:30', null],
  ['time', { min: '08:30' }, '8:29:59', 'less than 08:30'],
])('a cell of %s under %o: %s', (type, rules, raw, expected) => {
  expect(checkCells(rules, { type }, GERMAN)(raw)).toBe(expected);
});

test.each<[RowType, 'dmy' | undefined, ColumnRules, string, string | null]>([
  ['date', 'dmy', { min: '2024-02-01' }, '31/01/2024', 'less than 2024-02-01'],
  ['date', 'dmy', { min: '2024-02-01' }, '01/02/2024', null],
  ['timestamp', undefined, { max: '2024-01-31 08:30:00' }, '2024-01-31 8:30', null],
  [
    'timestamp',
    undefined,
    { max: '2024-01-31 08:30' },
    '2024-01-31T08:30:00.5',
    'more than 2024-01-31 08:30',
  ],
  ['timestamptz', undefined, { max: '2024-01-31 08:30:00+00' }, '2024-01-31 10:30+02', null],
  [
    'timestamptz',
    undefined,
    { min: '2024-02-01 00:00:00+00' },
    '2024-02-01 00:30:00+01:00',
    'less than 2024-02-01 00:00:00+00',
  ],
])('a %s (%s) under %o: %s', (type, dateOrder, rules, raw, expected) => {
  expect(checkCells(rules, { type, dateOrder }, PLAIN_CELLS)(raw)).toBe(expected);
});

test('cells that fail are counted with the reason of the first; a column without checks is not looked at', () => {
  const check = checkCells({ min: 2 }, { type: 'integer' }, PLAIN_CELLS);
  expect(failedCells(['1', '2', null, '0'], check)).toEqual({ count: 2, reason: 'less than 2' });
  expect(failedCells(['2'], check)).toBeNull();
  expect(failedCells(['1'], checkCells({}, { type: 'integer' }, PLAIN_CELLS))).toBeNull();
});
