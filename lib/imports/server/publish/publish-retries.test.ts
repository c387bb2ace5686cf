import { rename } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { withImportServer } from '@/scripts/test/with-import-server';

withImportServer();
afterEach(() => vi.restoreAllMocks());

const run = async (...call: Parameters<typeof import('@/scripts/test/stage-rows').importRows>) =>
  (await import('@/scripts/test/stage-rows')).importRows(...call);

const stage = (dataset: string, values: number[], mode: 'append' | 'replace' = 'append') => ({
  ...{ dataset, mode, columns: { id: 'integer' as const } },
  rows: values.map((value) => [value]),
});

/** Calls `then` after each failed attempt that is tried again; returns how many there were. */
async function onRetry(then: (failed: number) => Promise<unknown>): Promise<() => number> {
  const { log } = await import('@/lib/log/log');
  let failed = 0;
  vi.spyOn(log, 'warn').mockImplementation((...call: unknown[]) => {
    if (String(call[1]).includes('it is tried again')) void then(++failed);
  });
  return () => failed;
}

/** Current rows of a dataset, and the tables that datasets have in all. */
async function found(dataset: string): Promise<{ ids: unknown; tables: number | undefined }> {
  const { read } = await import('@/lib/workspace/server/read');
  const { findDataset } = await import('@/lib/datasets/server/find-datasets');
  return read(async (db) => {
    const table = (await findDataset(db, dataset))?.table;
    const { id } = await db.columns(`SELECT id FROM ${table} WHERE _to IS NULL ORDER BY id`);
    const all = await db.one(
      z.object({ tables: z.int() }),
      "SELECT count(*) AS tables FROM duckdb_tables() WHERE table_name LIKE 'data\\_%' ESCAPE '\\'",
    );
    return { ids: id, tables: all?.tables };
  });
}

/** Changes rows in a transaction of its own that stays open. */
async function holdRows(dataset: string): Promise<() => Promise<void>> {
  const { connect } = await import('@/lib/workspace/server/connect');
  const { currentWorkspace } = await import('@/lib/workspace/server/workspace');
  const { read } = await import('@/lib/workspace/server/read');
  const { findDataset } = await import('@/lib/datasets/server/find-datasets');
  const table = (await read((db) => findDataset(db, dataset)))?.table;
  const connection = await connect((await currentWorkspace()).instance);
  await connection.run('BEGIN TRANSACTION');
  await connection.run(`UPDATE ${table} SET _to = 999 WHERE _to IS NULL`);
  return async () => {
    await connection.run('ROLLBACK');
    connection.disconnectSync();
  };
}

describe('a publish that fails for a reason that may pass', () => {
  it('is tried again after an I/O error, leaves nothing of the failed attempt, and the receipt says so', async () => {
    let file = '';
    const failed = await onRetry(() => rename(`${file}.away`, file));
    const done = await run({
      stages: [stage('main.io', [1, 2])],
      isCounted: false,
      before: async (_, stageFile) => {
        file = stageFile;
        await rename(file, `${file}.away`);
      },
    });
    expect(done).toMatchObject({ state: 'succeeded', receipt: { retries: 1, inserted: 2, balanced: true } });
    expect(failed()).toBe(1);
    expect(await found('main.io')).toEqual({ ids: [1, 2], tables: 1 });
  });

  it('is tried again after a conflict of transactions', async () => {
    await run({ stages: [stage('main.held', [1, 2])] });
    const release = await holdRows('main.held');
    const failed = await onRetry((times) => (times === 2 ? release() : Promise.resolve()));
    const done = await run({ stages: [stage('main.held', [3], 'replace')] });
    expect(done).toMatchObject({ state: 'succeeded', receipt: { retries: 2, inserted: 1, ended: 2 } });
    expect(failed()).toBe(2);
    expect((await found('main.held')).ids).toEqual([3]);
  });

  it('is given up after three more attempts, and nothing is changed', async () => {
    await run({ stages: [stage('main.stuck', [1, 2])] });
    const before = await found('main.stuck');
    const release = await holdRows('main.stuck');
    const failed = await onRetry(() => Promise.resolve());
    const done = await run({ stages: [stage('main.stuck', [3], 'replace')] });
    await release();
    expect(done).toMatchObject({ state: 'failed', receipt: null });
    expect(failed()).toBe(3);
    expect(await found('main.stuck')).toEqual(before);
  });
});
