import { expect, it } from 'vitest';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const server = withImportServer();

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

it('a CSV of rows becomes a dataset; the next file of the same key is merged into it', async () => {
  const first = await importFiles(
    server.origin,
    [file('orders.csv', 'id,amount,day\n1,2.50,2026-01-31\n2,3.00,2026-02-01\n2,4.00,2026-02-02\n')],
    { key: 'id', mode: 'upsert' },
  );
  expect(first).toMatchObject({
    state: 'succeeded',
    receipt: {
      balanced: true,
      read: 3,
      inserted: 2,
      duplicates: 1,
      datasets: [{ name: 'main.orders', created: true }],
    },
    files: [{ role: 'rows', format: 'csv', encoding: 'utf-8', dataset: 'main.orders' }],
  });
  const second = await importFiles(
    server.origin,
    [file('orders.csv', 'id,amount,day\n1,2.50,2026-01-31\n2,5.00,2026-02-02\n3,1.00,2026-02-03\n')],
    { mode: 'upsert' },
  );
  expect(second).toMatchObject({
    state: 'succeeded',
    receipt: { read: 3, inserted: 1, updated: 1, unchanged: 1 },
  });
});

it('a bad record stops the import with its place, and nothing is published', async () => {
  const bad = await importFiles(server.origin, [file('orders.csv', 'id,amount,day\n9,x,2026-01-31\n')], {
    mode: 'upsert',
  });
  expect(bad).toMatchObject({
    state: 'failed',
    problem: {
      code: 'bad-records',
      detail: expect.stringContaining('orders.csv, record 1 (line 2): amount: expected'),
    },
  });
});
