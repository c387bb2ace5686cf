import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chainExtract } from '@/scripts/test/extract-csv';
import {
  dryRunDraft,
  getLock,
  makeDraft,
  readyDraft,
  send,
  startDraft,
  until,
  untilOver,
  uploadAll,
  workerPids,
} from '@/scripts/test/import-client';
import { importFiles } from '@/scripts/test/import-server';
import { bundleImportServer, spawnImportServer } from '@/scripts/test/spawn-import-server';
import { withImportServer } from '@/scripts/test/with-import-server';
import { workerPids as workersOf } from '@/scripts/test/worker-pids.mjs';
import { importsState } from '../records/imports-state';

const server = withImportServer({ WORKER_SPARE_SECONDS: '600' });

const files = chainExtract(20);

/** The only worker, which waits for its job. */
async function waitingPid(): Promise<number> {
  const pids = await workerPids();
  expect(pids).toHaveLength(1);
  const [pid = 0] = pids;
  expect(importsState().spare?.worker.child.pid).toBe(pid);
  return pid;
}

const untilGone = (pid: number) => until('it is gone', async () => !(await workerPids()).includes(pid));

async function started(id: string): Promise<void> {
  expect((await startDraft(server.origin, id)).status).toBe(202);
  await until('it has its worker', async () => importsState().spare === null);
}

afterEach(async () => {
  const { endSpareWorker } = await import('./spare-worker');
  await endSpareWorker();
  expect(await workerPids()).toEqual([]);
});

describe('a worker that waits', () => {
  it('is started with a draft and used by its import, and by no other', async () => {
    const draft = await makeDraft(server.origin, files);
    const pid = await waitingPid();
    expect(getPriority(pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
    await makeDraft(server.origin, files);
    expect(await waitingPid()).toBe(pid);
    expect(await getLock(server.origin)).toMatchObject({ holder: null, waiting: [] });
    const metrics = await (await fetch(`${server.origin}/api/metrics`)).text();
    expect(metrics).toContain('\nheadwater_imports_running 0\n');
    await uploadAll(server.origin, draft, files);
    expect(await (await startDraft(server.origin, draft.id, { wait: 60 })).json()).toMatchObject({
      state: 'succeeded',
    });
    expect(await workerPids()).toEqual([]);
  });

  it('is never shared: while one import has it, another work gets one of its own', async () => {
    const first = await readyDraft(server.origin, files, { source: { name: 'first' } });
    const second = await readyDraft(server.origin, files, { source: { name: 'second' } });
    const pid = await waitingPid();
    process.kill(pid, 'SIGSTOP');
    await started(first.id);
    expect(await dryRunDraft(server.origin, second.id)).toMatchObject({ state: 'succeeded' });
    expect(await workerPids()).toEqual([pid]);
    process.kill(pid, 'SIGCONT');
    expect(await untilOver(server.origin, first.id)).toMatchObject({ state: 'succeeded' });
    await untilGone(pid);
  });

  it('costs nothing but time when it is killed, before or after it was given a job', async () => {
    const before = await readyDraft(server.origin, files);
    process.kill(await waitingPid(), 'SIGKILL');
    expect(await (await startDraft(server.origin, before.id, { wait: 60 })).json()).toMatchObject({
      state: 'succeeded',
    });
    const after = await readyDraft(server.origin, files);
    const pid = await waitingPid();
    process.kill(pid, 'SIGSTOP');
    await started(after.id);
    process.kill(pid, 'SIGKILL');
    expect(await untilOver(server.origin, after.id)).toMatchObject({ state: 'succeeded' });
  });

  it('is gone with an import that is cancelled when it had just got its job', async () => {
    const draft = await readyDraft(server.origin, files);
    const pid = await waitingPid();
    process.kill(pid, 'SIGSTOP');
    await started(draft.id);
    const answer = await send('POST', `${server.origin}/api/imports/${draft.id}/cancel`, {});
    expect(await answer.json()).toMatchObject({ state: 'cancelled' });
    expect(await workerPids()).toEqual([]);
    expect(await importFiles(server.origin, files)).toMatchObject({ state: 'succeeded' });
  });

  it('is started by an upload in one call, and not by one that is refused', async () => {
    const running = await readyDraft(server.origin, files);
    const pid = await waitingPid();
    process.kill(pid, 'SIGSTOP');
    await started(running.id);
    await expect(importFiles(server.origin, files)).rejects.toThrow('import-busy');
    expect(await workerPids()).toEqual([pid]);
    process.kill(pid, 'SIGCONT');
    await untilOver(server.origin, running.id);
  });

  it('ends when nobody needs it for some time, and the next import starts one', async () => {
    const { warmWorker } = await import('./spare-worker');
    warmWorker(0.2);
    await untilGone(await waitingPid());
    expect(importsState().spare).toBeNull();
    expect(await importFiles(server.origin, files)).toMatchObject({ state: 'succeeded' });
  });

  it('ends with the imports of the server', async () => {
    const { stopImports } = await import('../run/stop-imports');
    const { recoverImports } = await import('../recover/recover-imports');
    await makeDraft(server.origin, files);
    await waitingPid();
    await stopImports();
    expect(await workerPids()).toEqual([]);
    await recoverImports();
  });
});

it('a worker that waits does not outlive a server that is killed', async () => {
  await bundleImportServer();
  const workspace = await mkdtemp(join(tmpdir(), 'headwater-spare-'));
  const other = await spawnImportServer(workspace);
  await makeDraft(other.origin, files);
  const [pid = 0, ...more] = workersOf(other.child.pid);
  expect(more).toEqual([]);
  expect(await isAlive(pid)).toBe(true);
  await other.kill();
  await until('it is gone', async () => !(await isAlive(pid)));
  await rm(workspace, { recursive: true });
});

/** Whoever inherits an orphan may be slow to take note of its end. */
async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
  return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
}
