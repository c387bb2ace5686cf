import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { makeExtract } from '@/e2e/fixtures/make-extract';
import { bundleWorker } from '@/scripts/bundle-worker.mjs';
import { runWorker, type WorkerRun } from '@/scripts/test/import-worker';
import { compareRows } from './rows';

const OBJECTS = 100_000;
const ROUNDS = 3;
const MEMORY_BYTES = 512 * 1024 * 1024;

type Timing = { name: string; ms: number };

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** The same files as plain tables: `CREATE TABLE AS` with the sniffer, no checks, no counts, no receipt. */
async function baseline(folder: string, paths: readonly string[]): Promise<number> {
  const started = performance.now();
  const file = join(folder, `baseline-${started}.duckdb`);
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: `${MEMORY_BYTES}B` });
  const connection = await instance.connect();
  for (const [index, path] of paths.entries())
    await connection.run(`CREATE TABLE t${index} AS SELECT * FROM '${path}'`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  const ms = performance.now() - started;
  await rm(file);
  return ms;
}

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
  const times: { baseline: number[]; staging: number[]; process: number[] } = {
    baseline: [],
    staging: [],
    process: [],
  };
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    times.baseline.push(await baseline(folder, paths));
    const staged = await stage(paths, bad);
    times.staging.push(staged.staging);
    times.process.push(staged.ms);
    rows = staged.rows;
  }
  const lines: Timing[] = [
    { name: 'CREATE TABLE AS, no checks', ms: median(times.baseline) },
    { name: 'worker: stage and check', ms: median(times.staging) },
    { name: 'worker: the whole process', ms: median(times.process) },
  ];
  say(
    `\n${format}, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${OBJECTS} objects, ${rows} records, ${3 * bad} of them bad (median of ${ROUNDS})\n`,
  );
  say('| | ms | objects/s | records/s | against the baseline |\n|---|---:|---:|---:|---:|');
  for (const { name, ms } of lines) {
    const perSecond = (count: number) => Math.round((count / ms) * 1000).toLocaleString('en');
    say(
      `| ${name} | ${ms.toFixed(0)} | ${perSecond(OBJECTS)} | ${perSecond(rows)} | ${(ms / (lines[0]?.ms ?? ms)).toFixed(2)}× |`,
    );
  }
}

const folder = await mkdtemp(join(tmpdir(), 'headwater-bench-'));
await bundleWorker();
say(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
// `npm run bench -- imports rows 10000000`: rows instead of the files of an extract, so many of them.
if (process.argv[2] === 'rows') await compareRows(folder, Number(process.argv[3] ?? 1_000_000));
else
  for (const format of ['parquet', 'csv'] as const)
    for (const bad of [0, 1000]) await compare(folder, format, bad);
await rm(folder, { recursive: true });
