import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStaged } from './split-staged';

test('few rows are one part', () => {
  expect(splitStaged([])).toEqual([null]);
  expect(
    splitStaged(
      [
        { file: 1, rows: 4, end: 6 },
        { file: 2, rows: 4, end: 4 },
      ],
      10,
    ),
  ).toEqual([null]);
});

test('a large file is cut, small ones beside it share a part', () => {
  const files = [
    { file: 1, rows: 25, end: 25 },
    { file: 2, rows: 3, end: 3 },
    { file: 3, rows: 1, end: 7 },
    { file: 4, rows: 2, end: 2 },
  ];
  expect(splitStaged(files, 10)).toEqual([
    { firstFile: 1, lastFile: 1, firstRow: 0, lastRow: 9 },
    { firstFile: 1, lastFile: 1, firstRow: 10, lastRow: 19 },
    { firstFile: 1, lastFile: 1, firstRow: 20, lastRow: 24 },
    { firstFile: 2, lastFile: 3, firstRow: 0, lastRow: 6 },
    { firstFile: 4, lastFile: 4, firstRow: 0, lastRow: 1 },
  ]);
});

test('whatever the files, every row is in one part, and no part has too many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 15 }),
      (ends, most) => {
        const files = ends.map((end, index) => ({ file: index + 1, rows: end, end }));
        const parts = splitStaged(files, most);
        if (parts.length === 1 && parts[0] === null) return;
        const held = parts.map(() => 0);
        for (const { file, end } of files)
          for (let row = 0; row < end; row++) {
            const inside = parts.flatMap((part, at) =>
              part !== null &&
              file >= part.firstFile &&
              file <= part.lastFile &&
              row >= part.firstRow &&
              row <= part.lastRow
                ? [at]
                : [],
            );
            expect(inside).toHaveLength(1);
            for (const at of inside) held[at] = (held[at] ?? 0) + 1;
          }
        expect(Math.max(...held)).toBeLessThanOrEqual(most);
      },
    ),
  );
});
