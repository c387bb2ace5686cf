import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readlink, realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeExtract } from '@/e2e/fixtures/make-extract';
import {
  queryStage,
  removeWorkerFolders,
  runWorker,
  startWorker,
  type Upload,
  type WorkerRun,
} from '@/scripts/test/import-worker';
import { smallExtract } from '@/scripts/test/small-extract';

afterAll(removeWorkerFolders);

let large: Upload[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'headwater-large-'));
  const paths = await makeExtract(folder, { objects: 20_000, format: 'csv', bad: 50, seed: 3 });
  large = paths.map((path) => ({ name: basename(path), from: path }));
});

/** Resolves at the first progress message. */
const started = (run: WorkerRun) =>
  new Promise<void>((resolve) => run.child.once('message', () => resolve()));

test('a large extract stages; progress never goes back, comes at most five times a second, and ends below all bytes', async () => {
  const at: number[] = [];
  const run = await startWorker(large, {
    choices: { mode: 'replace', onBadRecord: 'keep', maxRejects: 150, maxRejectPercent: 10 },
  });
  run.child.on('message', () => at.push(performance.now()));
  const last = await run.ended;
  expect(last).toMatchObject({
    type: 'staged',
    files: [
      { read: 20_050, staged: 20_000, rejected: 50 },
      { rejected: 50 },
      { rejected: 50 },
      { rejected: 0 },
      { rejected: 0 },
    ],
  });
  const total = run.job.files.reduce((sum, file) => sum + file.size, 0);
  const progress = run.messages.filter((it) => it.type === 'progress');
  expect(progress.length).toBeGreaterThan(1);
  for (const [index, message] of progress.entries()) {
    const before = progress[index - 1];
    expect(message.bytes).toBeLessThanOrEqual(total);
    expect(message.bytes).toBeGreaterThanOrEqual(before?.bytes ?? 0);
    expect(message.rows).toBeGreaterThanOrEqual(before?.rows ?? 0);
    expect(message.rejected).toBeGreaterThanOrEqual(before?.rejected ?? 0);
  }
  const seconds = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000;
  expect(progress.length).toBeLessThanOrEqual(Math.ceil(seconds * 5) + 1);
  const [edges] = await queryStage(
    run,
    "SELECT count(*)::INTEGER AS n FROM catalog_evidence WHERE method = 'declared'",
  );
  expect(edges).toEqual({ n: last?.type === 'staged' ? last.files[2]?.staged : 0 });
});

test('a killed worker says nothing and leaves nothing outside of its own folder', async () => {
  const run = await startWorker(large);
  const beside = await readdir(tmpdir());
  await started(run);
  run.child.kill('SIGKILL');
  expect(await run.ended).toBeNull();
  expect(await readdir(run.folder)).toEqual(['stage', 'upload']);
  expect((await readdir(run.job.uploadDir)).sort()).toEqual(['1', '2', '3', '4', '5']);
  const fresh = (await readdir(dirname(run.folder))).filter(
    (name) => !beside.includes(name) && name.includes('duckdb'),
  );
  expect(fresh).toEqual([]);
});

test('a worker moves into the folder of its job, wherever it was started', async () => {
  const run = await startWorker(large);
  await started(run);
  run.child.kill('SIGSTOP');
  expect(await readlink(`/proc/${run.child.pid}/cwd`)).toBe(await realpath(run.job.stageDir));
  run.child.kill('SIGKILL');
  expect(await run.ended).toBeNull();
});

test('a worker whose server is gone ends by itself', async () => {
  const run = await startWorker(large);
  await started(run);
  const gone = once(run.child, 'exit');
  run.child.disconnect();
  await gone;
  expect(run.messages.filter((it) => it.type !== 'progress')).toEqual([]);
  expect(run.child.signalCode).toBe('SIGKILL');
});

test('too little memory fails the import with what to do, not the process', async () => {
  const run = await runWorker(large, { memoryBytes: 12 * 1024 * 1024 });
  expect(run.last).toMatchObject({
    type: 'failed',
    code: 'worker-failed',
    detail: expect.stringContaining('WORKER_MEMORY_BYTES'),
  });
});

test('the least memory that can be set is enough for a large extract', async () => {
  const run = await runWorker(large, {
    memoryBytes: 64 * 1024 * 1024,
    choices: { mode: 'replace', onBadRecord: 'keep', maxRejects: 150, maxRejectPercent: 10 },
  });
  expect(run.last).toMatchObject({ type: 'staged' });
});

test('a workspace behind a link, with signs in its path that the engine could expand, is worked in', async () => {
  const base = await mkdtemp(join(tmpdir(), 'headwater [a-z] *-'));
  const real = join(base, 'real');
  await mkdir(join(real, 'upload'), { recursive: true });
  await mkdir(join(real, 'stage'));
  const link = join(base, 'link');
  await symlink(real, link);
  const files = await Promise.all(
    smallExtract().map(async (upload, index) => {
      const path = join(link, 'upload', String(index));
      if ('bytes' in upload) await writeFile(path, upload.bytes);
      return { ordinal: index + 1, name: upload.name, path, size: (await stat(path)).size };
    }),
  );
  const run = await runWorker([], {
    files,
    uploadDir: join(link, 'upload'),
    stageDir: join(link, 'stage'),
    stageFile: join(link, 'stage', 'stage.duckdb'),
  });
  expect(run.last).toMatchObject({
    type: 'staged',
    files: [{ staged: 4 }, { staged: 2 }, { staged: 2 }, { staged: 2 }, { staged: 1 }],
  });
});
