import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { quoteName } from '@/lib/workspace/quote';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';

const used = vi.hoisted(() => ({ threads: 1 }));

// The engine of the server takes as many threads as it may, whatever the machine has.
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: () => 8,
}));
// The real worker, with as many threads and files side by side as the test says.
vi.mock('../stage/spawn-worker', async (original) => {
  const actual = await original<typeof import('../stage/spawn-worker')>();
  return {
    ...actual,
    runWorker: ((job, options) =>
      actual.runWorker(
        { ...job, threads: used.threads, concurrency: used.threads },
        options,
      )) as typeof actual.runWorker,
  };
});

const server = withImportServer();

const ROWS = 4000;
const KEYS = 6000;

/** Three files with overlapping and repeated keys, bad cells and records over two lines. */
const files = (round: number) =>
  [1, 2, 3].map((file) => {
    const lines = Array.from({ length: ROWS }, (_, index) => {
      const id = (index * (file + round) * 7919) % KEYS;
      const text = index % 97 === 0 ? '"two\nlines"' : `t${(index + round) % 100}`;
      return `${id},${text},${index % 53 === 0 ? 'bad' : index / 4}\n`;
    });
    return { name: `${file}.csv`, bytes: new TextEncoder().encode(`id,text,amount\n${lines.join('')}`) };
  });

/** All versions of all rows with where they came from, whatever order they stand in. */
async function tableHash(dataset: string, first: number) {
  const { read } = await import('@/lib/workspace/server/read');
  const { findDataset } = await import('@/lib/datasets/server/find-datasets');
  return read(async (db) => {
    const found = await findDataset(db, dataset);
    if (found === undefined) throw new Error(`There is no ${dataset}.`);
    const own = found.columns.map((column) => quoteName(column.storedAs)).join(', ');
    return db.one(
      z.object({ rows: z.int(), current: z.int(), hash: z.string() }),
      `SELECT count(*) AS rows, count(*) FILTER (_to IS NULL) AS current,
         sum(hash(${own}, _file, _record, _line, _from - $first, _to - $first)::HUGEINT)::VARCHAR AS hash
       FROM ${quoteName(found.table)}`,
      { first },
    );
  });
}

it('same bytes + same choices = same table hash with 1, 2, 8 threads', async () => {
  const outcomes = [];
  for (const threads of [1, 2, 8]) {
    used.threads = threads;
    const dataset = `main.threads_${threads}`;
    const columns = [
      { name: 'id', as: 'id', type: 'bigint' },
      { name: 'text', as: 'text', type: 'text' },
      { name: 'amount', as: 'amount', type: 'decimal(12,2)' },
    ];
    const fields = {
      mode: 'upsert',
      key: 'id',
      onBadRecord: 'keep',
      maxRejects: '100000',
      maxRejectPercent: '100',
      formats: JSON.stringify([1, 2, 3].map((file) => ({ file, kind: 'rows', dataset, columns }))),
    };
    const first = await importFiles(server.origin, files(0), fields);
    expect(first).toMatchObject({ state: 'succeeded', problem: null });
    const second = await importFiles(server.origin, files(1), fields);
    expect(second).toMatchObject({ state: 'succeeded', problem: null });
    const { read, inserted, updated, unchanged, rejected, duplicates } = second.receipt ?? {};
    outcomes.push({
      table: await tableHash(dataset, first.number ?? 0),
      counts: { read, inserted, updated, unchanged, rejected, duplicates },
    });
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
  const { table, counts } = outcomes[0] ?? {};
  expect(table?.current).toBeGreaterThan(2000);
  expect(table?.rows).toBeGreaterThan(table?.current ?? 0);
  expect(counts?.updated).toBeGreaterThan(500);
  expect(counts?.rejected).toBeGreaterThan(100);
  expect(counts?.duplicates).toBeGreaterThan(100);
});
