import { expect, test } from 'vitest';
import { newFile, newRecord } from '../records/import-record';
import { publishRoom } from './publish-room';

const MIB = 2 ** 20;

function room(bytes: number, choices: Record<string, unknown> = {}, role: 'rows' | 'objects' = 'rows') {
  const file = newFile({ ordinal: 0, name: 'a.csv', size: bytes, sha256: null, uploadUrl: '' });
  const { files, choices: chosen } = { ...newRecord('x', {}), files: [file] };
  const staged = {
    ordinal: 1,
    format: 'csv' as const,
    role,
    dataset: 'main.a',
    compression: null,
    encoding: null,
    columns: ['a', 'b'],
    delimiter: ',',
    read: 1000,
    staged: 1000,
    duplicates: 0,
    rejected: 0,
    skipped: 0,
  };
  return publishRoom({ files, choices: { ...chosen, ...choices } }, { files: [staged] });
}

test('small rows are written by two threads; larger ones, of which two row groups are too much, by one', () => {
  expect(room(100_000)).toEqual({ bytes: 74 * MIB, beginBytes: 8 * 16 * MIB });
  expect(room(200_000)).toEqual({ bytes: 74 * MIB, beginBytes: 0 });
});

test('comparing keys takes more room, and an extract all there is', () => {
  expect(room(100_000, { mode: 'upsert' })?.bytes).toBe(130 * MIB);
  expect(room(100_000, { key: ['a'] })?.bytes).toBe(130 * MIB);
  expect(room(100_000, {}, 'objects')).toBeUndefined();
});
