import { expect, it } from 'vitest';
import { RowType } from './row-type';
import { widens } from './widens';

it.each([
  ['smallint', 'integer', true],
  ['integer', 'bigint', true],
  ['bigint', 'hugeint', true],
  ['bigint', 'integer', false],
  ['integer', 'double', true],
  ['bigint', 'double', false],
  ['integer', 'decimal(12,2)', true],
  ['integer', 'decimal(11,2)', false],
  ['bigint', 'decimal(38,9)', true],
  ['hugeint', 'decimal(38,0)', false],
  ['decimal(10,2)', 'decimal(12,4)', true],
  ['decimal(10,2)', 'decimal(12,1)', false],
  ['decimal(10,2)', 'decimal(10,4)', false],
  ['decimal(10,2)', 'double', false],
  ['date', 'timestamp', true],
  ['timestamp', 'date', false],
  ['timestamp', 'timestamptz', false],
  ['boolean', 'text', true],
  ['json', 'text', true],
  ['blob', 'text', false],
  ['text', 'integer', false],
  ['text', 'text', false],
  ['boolean', 'decimal(3,0)', false],
] as const)('%s widens to %s: %s', (from, to, expected) => {
  expect(widens(RowType.parse(from), RowType.parse(to))).toBe(expected);
});

it.each(['decimal(39,0)', 'decimal(5,6)', 'decimal(0,0)', 'varchar', 'integer; drop', 'decimal(1.5,1)'])(
  'does not know the type %s',
  (type) => {
    expect(RowType.safeParse(type).success).toBe(false);
  },
);
