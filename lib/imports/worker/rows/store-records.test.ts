import { afterAll, expect, test } from 'vitest';
import { ROW_GROUP_ROWS } from '@/lib/workspace/row-group';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const HUGE = '170141183460469231731687303715884105727';

test('numbers of 128 bits arrive to the last digit, and numbers follow rejected records', async () => {
  const run = await runRows([csv(`id,n\n1,${HUGE}\n2,x\n3,-${HUGE}\n`)], {
    choices: [
      { file: 1, kind: 'rows', columns: ['id', 'n'].map((name) => ({ name, as: name, type: 'hugeint' })) },
    ],
  });
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 3, staged: 2, rejected: 1 }] });
  expect(await run.query('SELECT id, n, _record, _line FROM rows_1 ORDER BY _record')).toEqual([
    { id: '1', n: HUGE, _record: '1', _line: '2' },
    { id: '3', n: `-${HUGE}`, _record: '3', _line: '4' },
  ]);
});

test('records too long for row groups are staged all the same', async () => {
  const long = 'é'.repeat(100_000);
  const run = await runRows([csv(`id,note\n1,${long}\n2,short\n`)]);
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 2, staged: 2 }] });
  expect(await run.query('SELECT length(note) AS n, _record, _line FROM rows_1 ORDER BY _record')).toEqual([
    { n: '100000', _record: '1', _line: '2' },
    { n: '5', _record: '2', _line: '3' },
  ]);
});

test('row groups are a table row group and more than half of one, so that each is written at once and no checkpoint merges them', async () => {
  const lines = Array.from({ length: 300_000 }, (_, index) => `${index},x${index % 7}`);
  const run = await runRows([csv(`id,note\n${lines.join('\n')}\n`)]);
  expect(run.last).toMatchObject({ type: 'staged', files: [{ read: 300_000, staged: 300_000 }] });
  const groups = await run.query(
    `SELECT DISTINCT row_group_id AS id, row_group_num_rows::INTEGER AS rows
     FROM parquet_metadata('${run.folder}/stage/rows-1.parquet') ORDER BY id`,
  );
  expect(groups.length).toBeGreaterThan(2);
  for (const { rows } of groups.slice(0, -1)) {
    expect(Number(rows)).toBeGreaterThan(1.5 * ROW_GROUP_ROWS);
    expect(Number(rows)).toBeLessThan(2 * ROW_GROUP_ROWS);
  }
});
