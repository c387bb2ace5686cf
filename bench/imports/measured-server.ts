import { openAsBlob } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Import } from '@/lib/imports/contract';
import { spawnImportServer } from '@/scripts/test/spawn-import-server';
import { watchMemory } from './watch-memory';

/** How one import went: all of it with the upload, its work without, in ms. */
export type Measured = { total: number; stage: number; publish: number; inserted: number; updated: number };

export type MeasuredServer = {
  readonly origin: string;
  /** Imports files into `main.orders`, and returns when the import is over. @throws Error when it did not succeed */
  run(paths: readonly string[], choices: Record<string, string>): Promise<Measured>;
  /** Peaks of memory so far, in bytes: any worker's, and the server's above what it had before. */
  memory(): Promise<{ worker: number; server: number }>;
  stop(): Promise<void>;
};

/** A server process on a new workspace. */
export async function startMeasured(folder: string): Promise<MeasuredServer> {
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  const server = await spawnImportServer(workspace);
  // What any first import loads and compiles is no memory of this one.
  const first = join(folder, 'first.csv');
  await writeFile(first, 'a,b\n1,x\n2,y\n');
  await runImport(server.origin, [first], { mode: 'append', dataset: 'main.first' });
  const watch = await watchMemory(server.child.pid ?? 0);
  return {
    origin: server.origin,
    run: (paths, choices) =>
      runImport(server.origin, paths, { dataset: 'main.orders', mode: 'append', ...choices }),
    memory: watch.peaks,
    stop: async () => {
      watch.stop();
      await server.kill();
      await rm(workspace, { recursive: true });
    },
  };
}

/** Imports files by one request, and returns when the import is over. @throws Error when it did not succeed */
export async function runImport(
  origin: string,
  paths: readonly string[],
  choices: Record<string, string>,
): Promise<Measured> {
  const form = new FormData();
  for (const [name, value] of Object.entries(choices)) form.set(name, value);
  for (const path of paths) form.append('files', await openAsBlob(path), basename(path));
  const started = performance.now();
  let answer = await fetch(`${origin}/api/imports`, { method: 'POST', body: form });
  let done = Import.parse(await answer.json());
  while (done.state !== 'succeeded' && done.state !== 'failed') {
    await fetch(`${origin}/bench/over?id=${done.id}`);
    answer = await fetch(`${origin}/api/imports/${done.id}`);
    done = Import.parse(await answer.json());
  }
  const total = performance.now() - started;
  if (done.receipt === null) throw new Error(`The import ended badly: ${JSON.stringify(done.problem)}`);
  const { durationsMs, inserted, updated } = done.receipt;
  return {
    total,
    stage: durationsMs.stage + durationsMs.check,
    publish: durationsMs.publish,
    inserted,
    updated,
  };
}
