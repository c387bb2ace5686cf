import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsFile } from '../../worker/rows/rows-file';
import { newRecord } from '../records/import-record';
import { publishRoom } from './publish-room';

const MIB = 2 ** 20;
const ROWS = 1000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headwater-room-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The room for 1,000 rows of two columns, staged in so many bytes; null: not in a file of row groups. */
async function room(
  bytes: number | null,
  choices: Record<string, unknown> = {},
  role: 'rows' | 'objects' = 'rows',
) {
  const path = rowsFile(folder, 1);
  await rm(path, { force: true });
  if (bytes !== null) {
    await writeFile(path, '');
    await truncate(path, bytes);
  }
  const staged = {
    ordinal: 1,
    format: 'csv' as const,
    role,
    dataset: 'main.a',
    compression: null,
    encoding: null,
    columns: ['a', 'b'],
    delimiter: ',',
    read: ROWS,
    staged: ROWS,
    duplicates: 0,
    rejected: 0,
    skipped: 0,
  };
  const record = newRecord('x', {});
  return publishRoom(
    { choices: { ...record.choices, ...choices } },
    { file: join(folder, 'stage.duckdb'), files: [staged] },
  );
}

test('small rows are written by two threads; larger ones, of which two row groups are too much, by one', async () => {
  expect(await room(100 * ROWS)).toEqual({ bytes: 74 * MIB, beginBytes: 8 * 16 * MIB });
  expect(await room(200 * ROWS)).toEqual({ bytes: 74 * MIB + 3 * 122_880 * 200, beginBytes: 0 });
});

test('comparing keys takes more room; an extract and records too long for row groups all there is', async () => {
  expect((await room(100 * ROWS, { mode: 'upsert' }))?.bytes).toBe(130 * MIB);
  expect((await room(100 * ROWS, { key: ['a'] }))?.bytes).toBe(130 * MIB);
  expect(await room(100 * ROWS, {}, 'objects')).toBeUndefined();
  expect(await room(null)).toBeUndefined();
});
