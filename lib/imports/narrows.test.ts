import { expect, test } from 'vitest';
import { narrows } from './narrows';

test.each([
  ['bigint', 'bigint', false],
  ['bigint', 'integer', true],
  ['integer', 'bigint', false],
  ['bigint', 'decimal(18,2)', false],
  ['decimal(18,2)', 'bigint', false],
  ['decimal(21,2)', 'bigint', true],
  ['text', 'bigint', true],
  ['bigint', 'text', true],
  ['timestamp', 'date', true],
  ['date', 'timestamp', false],
] as const)('a column of %s that gets %s: %s', (held, type, expected) => {
  expect(narrows(held, type)).toBe(expected);
});
