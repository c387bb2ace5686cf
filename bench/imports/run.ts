import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeExtract } from '@/e2e/fixtures/make-extract';
import { bundleWorker } from '@/scripts/bundle-worker.mjs';
import { runWorker, type WorkerRun } from '@/scripts/test/import-worker';
import { bareLoad, MEMORY_BYTES } from './bare-load';
import { mebibytes, printTable, say, times } from './print-table';
import { compareRows } from './rows';

const OBJECTS = 100_000;
const ROUNDS = 3;

type Timing = { name: string; ms: number };

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function stage(
  paths: readonly string[],
  bad: number,
): Promise<{ run: WorkerRun; ms: number; staging: number; rows: number }> {
  const uploads = paths.map((path) => ({ name: basename(path), from: path }));
  const choices = {
    mode: 'replace',
    onBadRecord: 'keep',
    maxRejects: 10 * bad,
    maxRejectPercent: 100,
  } as const;
  let started = performance.now();
  const { last, ...run } = await runWorker(uploads, { choices, memoryBytes: MEMORY_BYTES }, () => {
    started = performance.now();
  });
  const ms = performance.now() - started;
  if (last?.type !== 'staged') throw new Error(`The worker did not stage: ${JSON.stringify(last)}`);
  await rm(run.folder, { recursive: true });
  const rows = last.files.reduce((sum, file) => sum + file.read, 0);
  return { run, ms, staging: last.stageMs + last.checkMs, rows };
}

async function compare(folder: string, format: 'csv' | 'parquet', bad: number) {
  const paths = await makeExtract(join(folder, `${format}-${bad}`), { objects: OBJECTS, format, bad });
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const taken: { baseline: number[]; staging: number[]; process: number[] } = {
    baseline: [],
    staging: [],
    process: [],
  };
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    taken.baseline.push(await bareLoad(folder, paths));
    const staged = await stage(paths, bad);
    taken.staging.push(staged.staging);
    taken.process.push(staged.ms);
    rows = staged.rows;
  }
  const lines: Timing[] = [
    { name: 'CREATE TABLE AS, no checks', ms: median(taken.baseline) },
    { name: 'worker: stage and check', ms: median(taken.staging) },
    { name: 'worker: the whole process', ms: median(taken.process) },
  ];
  const rate = (n: number, ms: number) => Math.round((n / ms) * 1000).toLocaleString('en');
  printTable(
    `${format}, ${mebibytes(bytes)} MiB, ${OBJECTS} objects, ${rows} records, ${3 * bad} of them bad (median of ${ROUNDS})`,
    ['', 'ms', 'objects/s', 'records/s', 'against the baseline'],
    lines.map(({ name, ms }) => [
      name,
      ms.toFixed(0),
      rate(OBJECTS, ms),
      rate(rows, ms),
      times(ms, lines[0]?.ms ?? ms),
    ]),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'headwater-bench-'));
await bundleWorker();
say(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
// `npm run bench -- imports rows 10000000 120000000`: rows instead of the files of an extract; so many, and so many for the memory.
if (process.argv[2] === 'rows')
  await compareRows(folder, Number(process.argv[3] ?? 500_000), Number(process.argv[4] ?? 0));
else
  for (const format of ['parquet', 'csv'] as const)
    for (const bad of [0, 1000]) await compare(folder, format, bad);
await rm(folder, { recursive: true });
