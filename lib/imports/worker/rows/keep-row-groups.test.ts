import { expect, test } from 'vitest';
import { ROW_GROUP_ROWS } from '@/lib/workspace/row-group';
import { keepRowGroups } from './keep-row-groups';

const FULL = ROW_GROUP_ROWS;

test.each([
  ['full row groups and a rest at the end', [FULL, FULL, 500], 100, true],
  ['one small row group', [10], 100, true],
  ['two full ones each, as the engine writes them', [2 * FULL, 2 * FULL, 7], 100, true],
  ['almost full ones', [59_000, 60_000, 3], 100, true],
  ['a million rows each', [1_048_576, 1_048_576, 7], 100, true],
  ['remainders of more than a half', [100_000, 100_000, 7], 100, true],
  ['small remainders far from each other', [262_144, 262_144, 7], 100, true],
  ['small remainders close to each other', [131_072, 131_072, 7], 100, false],
  ['row groups that would have to be put together', [50_000, 50_000, 50_000], 100, false],
  ['rows too wide for two row groups in memory', [1000], 300, false],
  ['one enormous row group', [5_000_000], 100, false],
  ['no row group at all', [], 0, true],
])('%s', (_, groups, recordBytes, isKept) => {
  expect(keepRowGroups(groups, recordBytes, 'parquet-cpp-arrow version 26.0.1')).toBe(isKept);
});

test.each([[undefined], ['DuckDB version v1.5.6 (build 069cc9f9b5)']])(
  'large row groups of %s are one page each, which would be read as a whole',
  (createdBy) => {
    expect(keepRowGroups([1_048_576, 7], 60, createdBy)).toBe(false);
    expect(keepRowGroups([2 * FULL, 2 * FULL, 7], 60, createdBy)).toBe(true);
  },
);
