import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStaged } from './split-staged';

test('few rows are one part', () => {
  expect(splitStaged([])).toEqual([null]);
  expect(
    splitStaged(
      [
        { file: 1, rows: 4, last: 6 },
        { file: 2, rows: 4, last: 4 },
      ],
      10,
    ),
  ).toEqual([null]);
});

test('a large file is cut, small ones beside it share a part', () => {
  const files = [
    { file: 1, rows: 25, last: 25 },
    { file: 2, rows: 3, last: 3 },
    { file: 3, rows: 1, last: 7 },
    { file: 4, rows: 2, last: 2 },
  ];
  expect(splitStaged(files, 10)).toEqual([
    { firstFile: 1, lastFile: 1, firstRecord: 1, lastRecord: 10 },
    { firstFile: 1, lastFile: 1, firstRecord: 11, lastRecord: 20 },
    { firstFile: 1, lastFile: 1, firstRecord: 21, lastRecord: 25 },
    { firstFile: 2, lastFile: 3, firstRecord: 1, lastRecord: 7 },
    { firstFile: 4, lastFile: 4, firstRecord: 1, lastRecord: 2 },
  ]);
});

test('whatever the files, every record is in one part, and no part has too many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 15 }),
      (lasts, most) => {
        const files = lasts.map((last, index) => ({ file: index + 1, rows: last, last }));
        const parts = splitStaged(files, most);
        if (parts.length === 1 && parts[0] === null) return;
        const held = parts.map(() => 0);
        for (const { file, last } of files)
          for (let record = 1; record <= last; record++) {
            const inside = parts.flatMap((part, at) =>
              part !== null &&
              file >= part.firstFile &&
              file <= part.lastFile &&
              record >= part.firstRecord &&
              record <= part.lastRecord
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
