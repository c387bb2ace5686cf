import { expect, test } from 'vitest';
import type { RowType } from './row-type';
import { widens } from './widens';
import { widerType } from './wider-type';

const TYPES: RowType[] = [
  'text',
  'boolean',
  'smallint',
  'integer',
  'bigint',
  'hugeint',
  'decimal(5,2)',
  'decimal(18,4)',
  'decimal(38,0)',
  'decimal(38,20)',
  'double',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'uuid',
  'blob',
  'json',
];

test('the wider type of two is the same in either order, and the publish takes it as a widening of both', () => {
  for (const a of TYPES)
    for (const b of TYPES) {
      const wider = widerType(a, b);
      expect(widerType(b, a)).toBe(wider);
      for (const one of [a, b]) expect(wider === null || wider === one || widens(one, wider)).toBe(true);
    }
});

test.each([
  ['integer', 'bigint', 'bigint'],
  ['integer', 'decimal(5,2)', 'decimal(12,2)'],
  ['decimal(5,2)', 'decimal(18,4)', 'decimal(18,4)'],
  ['date', 'timestamp', 'timestamp'],
  ['bigint', 'double', null],
  ['bigint', 'text', null],
  ['hugeint', 'decimal(5,2)', null],
] as const)('%s and %s: %s', (a, b, wider) => {
  expect(widerType(a, b)).toBe(wider);
});
