import { expect, test } from 'vitest';
import { keepRowGroups } from './keep-row-groups';

const FULL = 122_880;

test.each([
  ['full row groups and a rest at the end', [FULL, FULL, 500], 100, true],
  ['one small row group', [10], 100, true],
  ['almost full ones', [118_000, 120_000, 3], 100, true],
  ['a million rows each', [1_048_576, 1_048_576, 7], 100, true],
  ['small remainders close to each other', [262_144, 262_144, 7], 100, false],
  ['row groups that would have to be put together', [50_000, 50_000, 50_000], 100, false],
  ['rows too wide for two row groups in memory', [1000], 300, false],
  ['one enormous row group', [5_000_000], 100, false],
  ['no row group at all', [], 0, true],
])('%s', (_, groups, recordBytes, isKept) => {
  expect(keepRowGroups(groups, recordBytes)).toBe(isKept);
});
