import { expect, it } from 'vitest';
import { unpackMark } from './mark';

const pack = (line: number, column: number, length: number) => line * 2 ** 32 + column * 2 ** 16 + length;

it('a mark is words in one line; nothing is packed as 0', () => {
  expect(unpackMark(pack(18, 5, 12))).toEqual({
    start: { line: 18, column: 5 },
    end: { line: 18, column: 17 },
  });
  expect(unpackMark(pack(1_048_575, 65_535, 65_535))).toEqual({
    start: { line: 1_048_575, column: 65_535 },
    end: { line: 1_048_575, column: 131_070 },
  });
  expect(unpackMark(0)).toBeNull();
});
