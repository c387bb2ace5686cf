import { afterAll, expect, test } from 'vitest';
import { removeWorkerFolders } from '@/scripts/test/import-worker';
import { csv, runRows } from '@/scripts/test/run-rows';

afterAll(removeWorkerFolders);

const FILE = csv('id,amount\n1,5\n2,50\n');

test('a check of a column that is nowhere ends the import, and the message names those there are', async () => {
  const { last } = await runRows([FILE], { dataset: { checks: [{ column: 'amuont', max: 10 }] } });
  expect(last).toMatchObject({
    type: 'failed',
    code: 'invalid-request',
    detail: expect.stringContaining(
      '"amuont", which neither the dataset nor a file has. Name one of id, amount,',
    ),
    extra: { dataset: 'main.rows', column: 'amuont', columns: ['id', 'amount'] },
  });
});

test('a column is found whatever its case; one that the file has but is not loaded, and one that only the dataset has, too', async () => {
  const { last } = await runRows([FILE], {
    choices: [
      {
        file: 1,
        kind: 'rows',
        columns: [
          { name: 'id', as: 'id', type: 'integer' },
          { name: 'amount', as: null, type: 'integer' },
        ],
      },
    ],
    dataset: {
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'note', type: 'text' },
      ],
      exists: true,
      checks: [
        { column: ' ID ', max: 10 },
        { column: 'amount', max: 10 },
        { column: 'note', allowed: ['x'] },
      ],
    },
  });
  expect(last).toMatchObject({ type: 'staged', files: [{ read: 2, staged: 2 }] });
});
