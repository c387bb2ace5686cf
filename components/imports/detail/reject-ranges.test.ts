import { expect, test } from 'vitest';
import type { Reject } from '@/lib/imports/contract';
import { rejectRanges } from './reject-ranges';

function reject(file: string, line: number | null, record = 0): Reject {
  return {
    file,
    line,
    record,
    byteOffset: null,
    column: 'object_id',
    code: 'key-empty',
    message: '',
    raw: '',
    reasons: [],
  };
}
const group = { column: 'object_id', code: 'key-empty', files: ['a.csv'], records: 3 };

test('neighbours fold into ranges, in order', () => {
  const rejects = [9, 4, 5, 12, 6].map((line) => reject('a.csv', line));
  expect(rejectRanges(rejects, { ...group, records: 5 })).toBe('a.csv line 4–6, 9, 12');
});

test('each file names itself once; records count where there are no lines', () => {
  const rejects = [reject('a.csv', 2), reject('b.parquet', null, 1200), reject('b.parquet', null, 1201)];
  expect(rejectRanges(rejects, group)).toBe('a.csv line 2, b.parquet record 1,200–1,201');
});

test('what is not at hand is counted', () => {
  const rejects = [2, 4, 6, 8].map((line) => reject('a.csv', line));
  expect(rejectRanges(rejects, { ...group, records: 50 })).toBe('a.csv line 2, 4, 6 and 47 more');
  expect(rejectRanges([], { ...group, records: 50, files: ['a.csv', 'b.csv'] })).toBe('a.csv, b.csv');
});

test('other columns and codes do not count', () => {
  const rejects = [
    reject('a.csv', 2),
    { ...reject('a.csv', 3), code: 'other' },
    { ...reject('a.csv', 4), column: null },
  ];
  expect(rejectRanges(rejects, { ...group, records: 1 })).toBe('a.csv line 2');
});
