import { expect, test } from 'vitest';
import { newRecord } from '../records/import-record';
import { publishRoom } from './publish-room';

const MIB = 2 ** 20;

/** The room for rows of two columns, staged in so many bytes each; null: not in row groups. */
function room(
  rowBytes: number | null,
  choices: Record<string, unknown> = {},
  role: 'rows' | 'objects' = 'rows',
) {
  const staged = {
    ordinal: 1,
    format: 'csv' as const,
    role,
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
  };
  const record = newRecord('x', {});
  return publishRoom({ choices: { ...record.choices, ...choices } }, { files: [staged] });
}

test('small rows are written by two threads; larger ones, of which two row groups are too much, by one', () => {
  expect(room(100)).toEqual({ bytes: 74 * MIB, beginBytes: 8 * 16 * MIB });
  expect(room(200)).toEqual({ bytes: 74 * MIB + 3 * 122_880 * 200, beginBytes: 0 });
});

test('comparing keys takes more room; an extract and records too long for row groups all there is', () => {
  expect(room(100, { mode: 'upsert' })?.bytes).toBe(130 * MIB);
  expect(room(100, { key: ['a'] })?.bytes).toBe(130 * MIB);
  expect(room(100, {}, 'objects')).toBeUndefined();
  expect(room(null)).toBeUndefined();
});
