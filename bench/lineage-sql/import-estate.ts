import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runImport } from '@/bench/imports/measured-server';
import { bundleWorker } from '@/scripts/bundle-worker.mjs';
import { bundleImportServer, spawnImportServer } from '@/scripts/test/spawn-import-server';
import type { generateEstate } from './generate-estate';
import { writeExtract } from './write-extract';

/** Imports an estate as an extract several times, from the upload to the receipt, and prints what the worker and the publish took. */
export async function importEstate(estate: ReturnType<typeof generateEstate>, times: number): Promise<void> {
  await bundleWorker();
  await bundleImportServer('bench/imports/server-process.ts');
  const folder = await mkdtemp(join(tmpdir(), 'headwater-estate-'));
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  const paths = await writeExtract(folder, estate);
  const server = await spawnImportServer(workspace);
  console.log(
    '| import | worker s | publish s | all s | of the first: worker | all |\n|---|---:|---:|---:|---:|---:|',
  );
  let first: { stage: number; total: number } | null = null;
  for (let time = 1; time <= times; time++) {
    const source = JSON.stringify({ name: 'Estate', dialect: 'tsql', database: 'Estate' });
    const choices = { source, mode: 'replace' };
    const { stage, publish, total } = await runImport(server.origin, paths, choices);
    first ??= { stage, total };
    const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`;
    const cells = [stage, publish, total].map((ms) => (ms / 1000).toFixed(2));
    console.log(
      `| ${time} | ${cells.join(' | ')} | ${share(stage, first.stage)} | ${share(total, first.total)} |`,
    );
  }
  console.log(`${paths.map((it) => basename(it)).join(', ')}, upload to receipt`);
  await server.kill();
  await rm(folder, { recursive: true });
}
