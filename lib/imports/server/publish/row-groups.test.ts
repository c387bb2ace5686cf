import { expect, test } from 'vitest';
import { z } from 'zod';
import { ROW_GROUP_ROWS } from '@/lib/workspace/row-group';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const ROWS = 400_000;

test('rows are written in the row groups that they were staged in, and no later import merges them', async () => {
  const lines = Array.from({ length: ROWS }, (_, index) => `${index},x${index % 7}`);
  const bytes = new TextEncoder().encode(`id,note\n${lines.join('\n')}\n`);
  const fields = { mode: 'append', dataset: 'main.big' };
  expect(await importFiles(server.origin, [{ name: 'big.csv', bytes }], fields)).toMatchObject({
    state: 'succeeded',
  });
  const groups = await rowGroups('main.big');
  expect(groups.reduce((sum, rows) => sum + rows, 0)).toBe(ROWS);
  expect(Math.max(...groups)).toBe(ROW_GROUP_ROWS);
  expect(groups.slice(0, 4)).toEqual([
    ROW_GROUP_ROWS,
    expect.toSatisfy((rows: number) => rows > ROW_GROUP_ROWS / 2 && rows < 0.6 * ROW_GROUP_ROWS),
    ROW_GROUP_ROWS,
    expect.toSatisfy((rows: number) => rows > ROW_GROUP_ROWS / 2 && rows < 0.6 * ROW_GROUP_ROWS),
  ]);
  const more = { name: 'more.csv', bytes: new TextEncoder().encode('id,note\n-1,more\n') };
  await importFiles(server.origin, [more], fields);
  expect((await rowGroups('main.big')).slice(0, groups.length - 1)).toEqual(groups.slice(0, -1));
});

/** How many rows each row group of a dataset's table has. */
async function rowGroups(name: string): Promise<number[]> {
  const { read } = await import('@/lib/workspace/server/read');
  const { findDataset } = await import('@/lib/datasets/server/find-datasets');
  return read(async (db) => {
    const dataset = await findDataset(db, name);
    const found = await db.all(
      z.object({ rows: z.int() }),
      `SELECT sum(count)::INTEGER AS rows FROM pragma_storage_info($table)
       WHERE column_name = '_from' AND segment_type <> 'VALIDITY' GROUP BY row_group_id ORDER BY row_group_id`,
      { table: dataset?.table ?? '' },
    );
    return found.map(({ rows }) => rows);
  });
}
