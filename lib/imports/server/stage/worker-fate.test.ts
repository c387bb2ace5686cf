import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { chainExtract } from '@/scripts/test/extract-csv';
import {
  freezeWorker,
  getLock,
  readyDraft,
  startDraft,
  until,
  untilOver,
  workerPids,
} from '@/scripts/test/import-client';
import { withImportServer } from '@/scripts/test/with-import-server';
import type { WorkerJob } from '../../worker/protocol';

const server = withImportServer();

const files = chainExtract(20);

describe('a worker that is killed', () => {
  it('fails one import and frees the lock; the next one succeeds', async () => {
    const draft = await readyDraft(server.origin, files);
    const waiting = await readyDraft(server.origin, files);
    expect((await startDraft(server.origin, draft.id)).status).toBe(202);
    const pid = await freezeWorker();
    expect((await startDraft(server.origin, waiting.id, { onBusy: 'wait' })).status).toBe(202);
    process.kill(pid, 'SIGKILL');
    const failed = await untilOver(server.origin, draft.id);
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'worker-failed' }, receipt: null });
    expect(failed.problem?.detail).toContain('SIGKILL');
    expect((await untilOver(server.origin, waiting.id)).state).toBe('succeeded');
    expect(await getLock(server.origin)).toMatchObject({ holder: null, waiting: [] });
    expect(await readdir(join(server.workspace, 'staging'))).toEqual([]);
  });
});

describe('running a worker', () => {
  const job = (stageDir: string): WorkerJob => ({
    importId: '0b6f3d0e-6f4e-4d6b-9a44-8f8f2c1d7f10',
    files: [],
    source: { name: 'a', dialect: 'tsql', database: 'a' },
    choices: { mode: 'replace', onBadRecord: 'stop', maxRejects: 0, maxRejectPercent: 0 },
    rows: { files: [], datasets: [], order: [], decompressed: { maxBytes: 0, maxRatio: 1 } },
    uploadDir: stageDir,
    stageDir,
    stageFile: join(stageDir, 'stage.duckdb'),
    knownObjectsFile: null,
    knownColumnsFile: null,
    keptReadingsFile: null,
    memoryBytes: 64 * 1024 * 1024,
    threads: 1,
    concurrency: 1,
  });

  async function fate(script: string, options: { silenceMs?: number; signal?: AbortSignal } = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'headwater-fate-'));
    const entry = join(folder, 'import-worker.mjs');
    await writeFile(entry, script);
    const { runWorker } = await import('./spawn-worker');
    const seen: number[] = [];
    try {
      await runWorker(job(folder), {
        signal: options.signal ?? new AbortController().signal,
        onProgress: ({ bytes }) => seen.push(bytes),
        entry,
        ...(options.silenceMs === undefined ? {} : { silenceMs: options.silenceMs }),
      });
    } catch (error) {
      return { error, seen };
    } finally {
      expect(await workerPids()).toEqual([]);
      await rm(folder, { recursive: true, force: true });
    }
    return { error: undefined, seen };
  }

  it('ends one that gives no sign of life', async () => {
    const { error } = await fate('setInterval(() => {}, 1000); process.on("message", () => {});', {
      silenceMs: 2000,
    });
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'worker-failed' });
    expect(String(error)).toContain('no sign of life for 2 s');
  });

  it('lets one live that is slow but speaks', async () => {
    const { error, seen } = await fate(
      `let bytes = 0;
       const timer = setInterval(() => {
         bytes += 1;
         process.send({ type: 'progress', bytes, rows: 0, totalRows: null, rejected: 0, file: null, files: [] });
         if (bytes < 8) return;
         clearInterval(timer);
         process.send({ type: 'staged', files: [], stageMs: 1, checkMs: 1 }, () => process.exit(0));
       }, 500);
       process.on('message', () => {});`,
      { silenceMs: 2000 },
    );
    expect(error).toBeUndefined();
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each([
    ['ends without a word', 'process.exit(3)', 'exit code 3'],
    ['throws', 'throw new Error("broken")', 'exit code 1'],
    [
      'speaks nonsense',
      'process.send({ type: "hello" }); process.on("message", () => {});',
      'not understood',
    ],
    [
      'speaks numbers that are none',
      'process.send({ type: "staged", files: [], stageMs: "1" }); process.on("message", () => {});',
      'not understood',
    ],
  ])('fails one that %s', async (_, script, reason) => {
    const { error } = await fate(script);
    expect(error).toMatchObject({ code: 'worker-failed' });
    expect(String(error)).toContain(reason);
  });

  it('gives it nothing of the environment of the server', async () => {
    const { error } = await fate(
      `const detail = Object.keys(process.env).sort().join(' ');
       process.send({ type: 'failed', code: 'unreadable-file', detail, extra: {}, files: [] }, () => process.exit(0));`,
    );
    expect(String(error)).toBe('WorkerFailure: LANG NODE_ENV TZ');
  });

  it('kills it when the signal fires', async () => {
    const stop = new AbortController();
    const running = fate('setInterval(() => {}, 1000); process.on("message", () => {});', {
      signal: stop.signal,
    });
    await until('the worker runs', async () => (await workerPids())[0]);
    stop.abort(new Error('enough'));
    expect(String((await running).error)).toContain('enough');
  });
});
