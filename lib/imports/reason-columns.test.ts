import { expect, test } from 'vitest';
import { REASON_COLUMNS, reasonPositions } from './reason-columns';

test('the columns that say why are found where all of them are there', () => {
  expect([...reasonPositions(['id', 'name', ...REASON_COLUMNS])]).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect([...reasonPositions([' _IMPORT', ...REASON_COLUMNS.slice(1), 'id'])]).toHaveLength(7);
});

test('a file of its own keeps a column that has such a name', () => {
  expect(reasonPositions(['id', '_file', '_code']).size).toBe(0);
  expect(reasonPositions(REASON_COLUMNS.slice(1)).size).toBe(0);
});
