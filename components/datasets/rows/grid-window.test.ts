import { expect, test } from 'vitest';
import { gridWindow } from './grid-window';

const ROW = 28;
const VIEW = 700;

test('few rows are where they are', () => {
  const window = gridWindow(1000, ROW, VIEW, 280);
  expect(window).toMatchObject({ height: 28_000, first: 4, last: 41 });
  expect(window.topOf(10)).toBe(280);
  expect(window.scrollTo(10)).toBe(280);
});

test('of 41 million rows the last one is seen at the end of the bar, in a height a browser can have', () => {
  const rows = 41_207_118;
  const { height } = gridWindow(rows, ROW, VIEW, 0);
  expect(height).toBeLessThan(33_000_000);
  const end = gridWindow(rows, ROW, VIEW, height - VIEW);
  expect(end.last).toBe(rows);
  expect(end.topOf(rows - 1) + ROW).toBeCloseTo(height, 3);
  expect(gridWindow(rows, ROW, VIEW, 0).first).toBe(0);
});

test('a row that is scrolled to is the first that is seen', () => {
  const rows = 41_207_118;
  const at = gridWindow(rows, ROW, VIEW, 0).scrollTo(20_000_000);
  const window = gridWindow(rows, ROW, VIEW, at);
  expect(window.topOf(20_000_000)).toBeCloseTo(at, 1);
});

test('an empty dataset draws nothing', () => {
  expect(gridWindow(0, ROW, VIEW, 0)).toMatchObject({ height: 0, first: 0, last: 0 });
});

test('the rows that are seen as a whole are told, from the first to the very last', () => {
  const seen = (rows: number, top: number) => gridWindow(rows, 28, 579, top).seen;
  expect(seen(0, 0)).toEqual({ from: 0, to: 0 });
  expect(seen(3, 0)).toEqual({ from: 1, to: 3 });
  expect(seen(100, 0)).toEqual({ from: 1, to: 20 });
  expect(seen(100, 280)).toEqual({ from: 11, to: 30 });
  expect(seen(100, 100 * 28 - 579)).toEqual({ from: 80, to: 100 });
  const many = gridWindow(10_000_000, 28, 579, 12_000_000);
  expect(many.seen).toEqual({ from: 9_999_980, to: 10_000_000 });
});
