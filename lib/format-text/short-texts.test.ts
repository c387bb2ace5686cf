import { describe, expect, test } from 'vitest';
import { formatMilliseconds } from './format-milliseconds';
import { formatShortCount } from './format-short-count';
import { shortenMiddle } from './shorten-middle';
import { speakDuration } from './speak-duration';

describe('short counts', () => {
  test.each([
    [999, '999'],
    [1000, '1.0k'],
    [31240, '31.2k'],
    [9999, '9.9k'],
    [999_999, '999k'],
    [1_250_000, '1.2m'],
  ])('%i is %s', (count, text) => expect(formatShortCount(count)).toBe(text));
});

test.each([
  ['52 s', '52 seconds'],
  ['1 min 20 s', '1 minute 20 seconds'],
  ['2 h 1 min', '2 hours 1 minute'],
  ['about 1 s', 'about 1 second'],
])('"%s" is spoken as "%s"', (written, spoken) => expect(speakDuration(written)).toBe(spoken));

test('the time of an answer', () => {
  expect(formatMilliseconds(0.4)).toBe('1 ms');
  expect(formatMilliseconds(41.2)).toBe('41 ms');
  expect(formatMilliseconds(1234)).toBe('1.2 s');
});

test('long names are cut in the middle', () => {
  expect(shortenMiddle('short', 10)).toBe('short');
  expect(shortenMiddle('abcdefghijklmnop', 9)).toBe('abcd…mnop');
  expect(shortenMiddle('👩👩👩👩👩👩', 5)).toBe('👩👩…👩👩');
});
