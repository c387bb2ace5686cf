import { expect, test } from 'vitest';
import { z } from 'zod';
import { withImportServer } from '@/scripts/test/with-import-server';

withImportServer();

const ROWS = 21_000;

test('columns of different texts are compressed as such, and only they', async () => {
  const { importRows } = await import('@/scripts/test/stage-rows');
  const { read } = await import('@/lib/workspace/server/read');
  const { findDataset } = await import('@/lib/datasets/server/find-datasets');
  const token = (row: number) => `token-${(row * 7919) % 100_003}-of-many`;
  const rows = Array.from({ length: ROWS }, (_, row) => [
    row,
    token(row),
    row % 2 === 0 ? 'yes' : 'no',
    null,
  ]);
  const columns = { id: 'integer', token: 'text', answer: 'text', nothing: 'text' } as const;
  const done = await importRows({ stages: [{ dataset: 'main.tokens', columns, rows }], isCounted: false });
  expect(done.problem).toBeNull();
  const found = await read(async (db) => {
    const dataset = await findDataset(db, 'main.tokens');
    return db.all(
      z.object({ name: z.string(), kinds: z.string() }),
      `SELECT column_name AS name, string_agg(DISTINCT compression, ', ' ORDER BY compression) AS kinds
       FROM pragma_storage_info($table) WHERE segment_type = 'VARCHAR' GROUP BY 1 ORDER BY 1`,
      { table: dataset?.table ?? '' },
    );
  });
  expect(found).toEqual([
    { name: '_import', kinds: 'Dictionary' },
    { name: 'answer', kinds: 'Dictionary' },
    { name: 'nothing', kinds: expect.not.stringContaining('FSST') },
    { name: 'token', kinds: 'FSST' },
  ]);
});
