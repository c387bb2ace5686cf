import { expect, test } from 'vitest';
import { newRecord } from '../records/import-record';
import { publishRoom } from './publish-room';

const MIB = 2 ** 20;

/** The room for rows of two columns, staged in so many bytes each; null: not in row groups. */
function room(
  rowBytes: number | null,
  choices: Record<string, unknown> = {},
  more: { role?: 'objects'; format?: 'parquet' } = {},
) {
  const staged = {
    ordinal: 1,
    format: 'csv' as const,
    role: 'rows' as const,
    dataset: 'main.a',
    compression: null,
    encoding: null,
    columns: ['a', 'b'],
    delimiter: ',',
    rowBytes,
    read: 1000,
    staged: 1000,
    duplicates: 0,
    rejected: 0,
    skipped: 0,
    ...more,
  };
  const record = newRecord('x', {});
  return publishRoom({ choices: { ...record.choices, ...choices } }, { files: [staged] });
}

test('larger rows take more room, up to a limit, and two threads write them all', () => {
  expect(room(20)).toEqual({ bytes: 42 * MIB, beginBytes: 8 * 16 * MIB });
  expect(room(100)).toEqual({ bytes: 2 * MIB + 12 * 61_440 * 100, beginBytes: 8 * 16 * MIB });
  expect(room(5000)?.bytes).toBe(242 * MIB);
});

test('row groups of a Parquet file may be larger than our own', () => {
  expect(room(20, {}, { format: 'parquet' })?.bytes).toBe(74 * MIB);
});

test('comparing keys takes more room; an extract and records too long for row groups all there is', () => {
  expect(room(20, { mode: 'upsert' })?.bytes).toBe(130 * MIB);
  expect(room(20, { key: ['a'] })?.bytes).toBe(130 * MIB);
  expect(room(20, {}, { role: 'objects' })).toBeUndefined();
  expect(room(null)).toBeUndefined();
});
