import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { chainExtract } from '@/scripts/test/extract-csv';
import {
  freezeWorker,
  getImport,
  getLock,
  makeDraft,
  readyDraft,
  startDraft,
  until,
  untilOver,
  workerPids,
} from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { withImportServer } from '@/scripts/test/with-import-server';
import type { Lease } from '../lock/lock';

const files = chainExtract(20);

const server = withImportServer();

async function started(): Promise<string> {
  const draft = await readyDraft(server.origin, files);
  expect((await startDraft(server.origin, draft.id)).status).toBe(202);
  return draft.id;
}

describe('stopping and starting the server', () => {
  it('names the running import interrupted, and the line goes on by itself', async () => {
    const { stopImports } = await import('../run/stop-imports');
    const { recoverImports } = await import('./recover-imports');
    const running = await started();
    await freezeWorker();
    const number = (await getImport(server.origin, running)).number;
    const waiting: string[] = [];
    for (const owner of ['Marek', 'Priya']) {
      const draft = await readyDraft(server.origin, files, { owner, source: { name: owner } });
      await startDraft(server.origin, draft.id, { onBusy: 'wait' });
      waiting.push(draft.id);
    }
    const draft = await makeDraft(server.origin, files);

    await stopImports();
    expect(await workerPids()).toEqual([]);
    const orphans = [
      'staging/left-over',
      'uploads/left-over',
      'uploads/0b6f3d0e-6f4e-4d6b-9a44-8f8f2c1d7f10',
    ];
    for (const orphan of orphans) {
      await mkdir(join(server.workspace, orphan), { recursive: true });
      await writeFile(join(server.workspace, orphan, '0'), 'bytes');
    }
    await recoverImports();

    expect(await getImport(server.origin, running)).toMatchObject({
      state: 'interrupted',
      number,
      receipt: null,
      problem: { code: 'interrupted' },
    });
    const ended = await Promise.all(waiting.map((id) => untilOver(server.origin, id)));
    expect(ended.map(({ state, number: own }) => [state, own])).toEqual([
      ['succeeded', Number(number) + 1],
      ['succeeded', Number(number) + 2],
    ]);
    expect((await getImport(server.origin, draft.id)).state).toBe('draft');
    expect(await readdir(join(server.workspace, 'staging'))).toEqual([]);
    expect(await readdir(join(server.workspace, 'uploads'))).toEqual([draft.id]);
  });

  it('lets a publish end that has begun', async () => {
    const { stopImports } = await import('../run/stop-imports');
    const { recoverImports } = await import('./recover-imports');
    const { onPublished } = await import('../publish/on-published');
    const id = await started();
    let told = () => {};
    let go = () => {};
    const reached = new Promise<void>((resolve) => {
      told = resolve;
    });
    const released = new Promise<void>((resolve) => {
      go = resolve;
    });
    const stop = onPublished(() => {
      told();
      return released;
    });
    await reached;
    // Its rows are there, its readers are being told: it counts as publishing until they know.
    expect((await getImport(server.origin, id)).state).toBe('publishing');
    const stopping = stopImports();
    go();
    await stopping;
    stop();
    await recoverImports();
    expect((await getImport(server.origin, id)).state).toBe('succeeded');
    expect((await getLock(server.origin)).snapshot).toBe((await getImport(server.origin, id)).number);
  });
});

describe('a lease that is lost', () => {
  beforeEach(async () => {
    const { stopImports } = await import('../run/stop-imports');
    const { recoverImports } = await import('./recover-imports');
    const { createInProcessLock } = await import('../lock/in-process-lock');
    await stopImports();
    const shared = globalThis as { [key: symbol]: unknown };
    shared[Symbol.for('headwater.import-lock')] = createInProcessLock({ leaseMs: 8000, tickMs: 100 });
    await recoverImports();
  });

  it('gives the lock to the next, and refuses the late work of the one that lost it', async () => {
    const { importLock } = await import('../lock/import-lock');
    const { write } = await import('@/lib/workspace/server/write');
    const silent = await started();
    await freezeWorker();
    const lease = await until<Lease>('the lock is held', async () => importLock().holder());
    const next = await readyDraft(server.origin, files);
    expect((await startDraft(server.origin, next.id, { onBusy: 'wait' })).status).toBe(202);

    expect((await untilOver(server.origin, next.id)).state).toBe('succeeded');
    expect(lease.lost.aborted).toBe(true);
    let ran = false;
    const late = write(lease, async () => {
      ran = true;
    });
    await expect(late).rejects.toMatchObject({ code: 'conflicting-state' });
    expect(ran).toBe(false);
    expect(await getImport(server.origin, silent)).toMatchObject({ state: 'interrupted', receipt: null });
    expect(await workerPids()).toEqual([]);
    expect(await importFiles(server.origin, files)).toMatchObject({ state: 'succeeded' });
  });

  it('is noticed before a commit, so that work in progress is rolled back', async () => {
    const { importLock } = await import('../lock/import-lock');
    const { write } = await import('@/lib/workspace/server/write');
    const { read } = await import('@/lib/workspace/server/read');
    const { z } = await import('zod');
    const lease = importLock().take('0b6f3d0e-6f4e-4d6b-9a44-8f8f2c1d7f11');
    if (lease === null) throw new Error('the lock should be free');
    const late = write(lease, async (db) => {
      await db.run(`INSERT INTO workspace_info VALUES ('late', 'work')`);
      await until('the lease is lost', async () => lease.lost.aborted);
    });
    await expect(late).rejects.toMatchObject({ code: 'conflicting-state' });
    const rows = await read((db) =>
      db.all(z.object({ name: z.string() }), `SELECT name FROM workspace_info WHERE name = 'late'`),
    );
    expect(rows).toEqual([]);
  });
});
