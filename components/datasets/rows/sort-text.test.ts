import { expect, test } from 'vitest';
import { moveCell } from './move-cell';
import { nextSort, readSort, writeSort } from './sort-text';

test('a sort is read and written, also with commas in names', () => {
  for (const text of ['a,-b', '["-unit, price","a"]', '']) expect(writeSort(readSort(text))).toBe(text);
  expect(readSort('-a')).toEqual([{ column: 'a', isDescending: true }]);
  expect(readSort('[broken')).toEqual([]);
});

test('presses on a column: ascending, descending, not at all', () => {
  const first = nextSort([], 'a');
  const second = nextSort(first, 'a');
  expect([first, second, nextSort(second, 'a'), nextSort(second, 'b')].map(writeSort)).toEqual([
    'a',
    '-a',
    '',
    'b',
  ]);
});

test.each([
  ['ArrowDown', false, { row: 6, column: 2 }],
  ['PageUp', false, { row: 0, column: 2 }],
  ['End', false, { row: 5, column: 9 }],
  ['End', true, { row: 99, column: 9 }],
  ['Home', true, { row: 0, column: 0 }],
  ['x', false, null],
])('%s moves the cell (Ctrl %s)', (key, ctrlKey, to) => {
  const press = { key, ctrlKey, metaKey: false };
  expect(moveCell({ row: 5, column: 2 }, press, { rows: 100, columns: 10, page: 20 })).toEqual(to);
});
