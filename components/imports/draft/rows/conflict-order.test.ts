import { expect, test } from 'vitest';
import { moveFile, orderFiles, sharedDatasets } from './conflict-order';
import type { RowFile } from './row-files';

const rowFile = (key: string, lastModified: number, dataset: string | null = 'main.staff') =>
  ({ file: { key, lastModified }, dataset }) as RowFile;
const files = [rowFile('a', 3), rowFile('b', 1), rowFile('c', 2)];
const keys = (ordered: readonly RowFile[]) => ordered.map(({ file }) => file.key).join('');

test('the file that wins is the last: as in the list, the newest, or as put in order by hand', () => {
  expect(keys(orderFiles(files, { by: 'upload', hand: [] }))).toBe('abc');
  expect(keys(orderFiles(files, { by: 'modified', hand: [] }))).toBe('bca');
  expect(keys(orderFiles(files, { by: 'given', hand: ['c', 'a'] }))).toBe('cab');
});

test('a file moves by one place, and not beyond the ends', () => {
  expect(moveFile(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moveFile(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
});

test('only files of one dataset can be in conflict', () => {
  const all = [...files, rowFile('d', 1, 'main.other'), rowFile('e', 1, null), rowFile('f', 1, 'MAIN.Staff')];
  expect([...sharedDatasets(all)].map(([name, of]) => [name, keys(of)])).toEqual([['main.staff', 'abcf']]);
});
