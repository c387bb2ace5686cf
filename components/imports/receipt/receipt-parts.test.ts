import { expect, test } from 'vitest';
import { describeCounts, isBalanced } from './receipt-parts';

const counts = {
  read: 280_877,
  inserted: 7_509,
  updated: 30_260,
  unchanged: 241_494,
  duplicates: 1_441,
  rejected: 144,
  skipped: 29,
};

test('a receipt balances when its six parts are what was read', () => {
  expect(isBalanced(counts)).toBe(true);
  expect(isBalanced({ ...counts, skipped: 28 })).toBe(false);
});

test('a receipt is said with all six parts in order', () => {
  expect(describeCounts({ ...counts, updated: 0 })).toBe(
    '280,877 read: 7,509 inserted, 0 updated, 241,494 unchanged, 1,441 duplicates, 144 rejected, 29 skipped',
  );
});
