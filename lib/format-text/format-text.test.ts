import { describe, expect, test } from 'vitest';
import { formatBytes } from './format-bytes';
import { countOf, formatCount } from './format-count';
import { formatDuration, formatEta } from './format-duration';
import { formatOrdinal } from './format-ordinal';
import { formatDay, formatTimeAgo } from './format-time';

describe('counts and sizes', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [12_148_061, '12,148,061'],
  ])('count %d is %s', (count, text) => expect(formatCount(count)).toBe(text));

  test('a count keeps its noun in number', () => {
    expect(countOf(1, 'file')).toBe('1 file');
    expect(countOf(0, 'file')).toBe('0 files');
    expect(countOf(1200, 'entry', 'entries')).toBe('1,200 entries');
  });

  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [6_100, '6.1 KB'],
    [96_000, '96 KB'],
    [999_600, '1 MB'],
    [1_200_000, '1.2 MB'],
    [41_800_000, '41.8 MB'],
    [1_840_000_000, '1.84 GB'],
    [20_000_000_000, '20 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('durations', () => {
  test.each([
    [0, '0.1 s'],
    [0.42, '0.4 s'],
    [52.4, '52 s'],
    [59.7, '1 min'],
    [160, '2 min 40 s'],
    [3600, '1 h'],
    [11_100, '3 h 5 min'],
  ])('%d seconds are %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  test.each([
    [null, 'estimating'],
    [0, '1 s'],
    [0.3, '1 s'],
    [51.2, '52 s'],
    [163, '2 min 40 s'],
  ])('time left %s reads %s', (seconds, text) => expect(formatEta(seconds)).toBe(text));

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [22, '22nd'],
  ])('place %d is %s', (place, text) => expect(formatOrdinal(place)).toBe(text));
});

describe('times', () => {
  const now = new Date(2025, 5, 3, 14, 30, 0);
  test.each([
    [new Date(2025, 5, 3, 14, 29, 58), 'now'],
    [new Date(2025, 5, 3, 14, 29, 20), '40 s ago'],
    [new Date(2025, 5, 3, 14, 16, 0), '14 min ago'],
    [new Date(2025, 5, 3, 2, 0, 0), '12 h ago'],
    [new Date(2025, 5, 2, 17, 5, 0), 'yesterday 17:05'],
    [new Date(2025, 4, 28, 9, 0, 0), '28 May'],
    [new Date(2024, 4, 28, 9, 0, 0), '28 May 2024'],
  ])('%s is %s', (at, text) => expect(formatTimeAgo(at, now)).toBe(text));

  test('minutes before midnight are still minutes after it', () => {
    expect(formatTimeAgo(new Date(2025, 5, 2, 23, 50), new Date(2025, 5, 3, 0, 10))).toBe('20 min ago');
  });

  test('the day is named', () => {
    expect(formatDay(new Date(2025, 5, 3, 1), now)).toBe('today');
    expect(formatDay(new Date(2025, 5, 2, 23), now)).toBe('yesterday');
  });
});
