import { openAsBlob } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Import } from '@/lib/imports/contract';
import { bundleImportServer, spawnImportServer } from '@/scripts/test/spawn-import-server';

const MIB = 2 ** 20;
const MEMORY_BYTES = 512 * MIB;
const EVERY_MS = 100;
const ROUNDS = 2;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Orders of six columns, some 85 bytes each as CSV. */
async function makeRows(folder: string, rows: number): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${2 * MEMORY_BYTES}B`,
    temp_directory: folder,
  });
  const connection = await instance.connect();
  const orders = `SELECT i AS id, (hash(i) % 1000000)::INTEGER AS customer, ((hash(i + 1) % 1000000) / 100)::DECIMAL(18, 2) AS amount,
    TIMESTAMP '2020-01-01' + to_seconds((hash(i + 2) % 100000000)::BIGINT) AS placed, md5(i::VARCHAR) AS token,
    ['Germany', 'France', 'United States', 'Japan'][1 + (hash(i + 3) % 4)::INTEGER] AS country FROM range(${rows}) t(i)`;
  const paths = ['orders.csv', 'orders.parquet'].map((name) => join(folder, name));
  for (const path of paths)
    await connection.run(`COPY (${orders}) TO '${path}'${path.endsWith('.csv') ? ' (HEADER)' : ''}`);
  connection.closeSync();
  instance.closeSync();
  return paths;
}

/** `CREATE TABLE AS` with the sniffer, no checks, no counts, no versions, with the same memory. */
async function bare(folder: string, path: string): Promise<number> {
  const file = join(folder, 'bare.duckdb');
  const started = performance.now();
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: `${MEMORY_BYTES}B` });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE t AS SELECT * FROM '${path}'`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  const ms = performance.now() - started;
  await rm(file);
  return ms;
}

/** The most memory that a process and its children had so far, in bytes: the server's own, and any worker's. */
function watchMemory(pid: number) {
  const peak = { server: 0, worker: 0 };
  const highest = async (of: number) => {
    const status = await readFile(`/proc/${of}/status`, 'utf8').catch(() => '');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  };
  const look = async () => {
    peak.server = Math.max(peak.server, await highest(pid));
    const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
    for (const thread of threads) {
      const children = await readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '');
      for (const child of children.trim().split(' ').filter(Boolean))
        peak.worker = Math.max(peak.worker, await highest(Number(child)));
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return { peak, look, stop: () => clearInterval(timer) };
}

/** One import on a server and a workspace of its own: what it took without the upload, and the peaks of memory. */
async function append(folder: string, path: string) {
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  const server = await spawnImportServer(workspace);
  const memory = watchMemory(server.child.pid ?? 0);
  await memory.look();
  const idle = memory.peak.server;
  try {
    const form = new FormData();
    form.set('mode', 'append');
    form.append('files', await openAsBlob(path), basename(path));
    const headers = { Prefer: 'wait=3600' };
    let answer = await fetch(`${server.origin}/api/imports`, { method: 'POST', body: form, headers });
    let done = Import.parse(await answer.json());
    while (done.state !== 'succeeded' && done.state !== 'failed') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      answer = await fetch(`${server.origin}/api/imports/${done.id}`);
      done = Import.parse(await answer.json());
    }
    if (done.receipt === null) throw new Error(`The import ended badly: ${JSON.stringify(done.problem)}`);
    const { stage, check, publish } = done.receipt.durationsMs;
    return { stage: stage + check, publish, idle, ...memory.peak, inserted: done.receipt.inserted };
  } finally {
    memory.stop();
    await server.kill();
    await rm(workspace, { recursive: true });
  }
}

/** Appends the same rows from CSV and from Parquet, each beside the bare engine in the same run. */
export async function compareRows(folder: string, rows: number): Promise<void> {
  process.env.WORKER_MEMORY_BYTES = String(MEMORY_BYTES);
  process.env.MAX_FILE_SIZE_BYTES = String(1024 ** 4);
  await bundleImportServer();
  const paths = await makeRows(folder, rows);
  say(
    `\nAppend of ${rows.toLocaleString('en')} rows of 6 columns into a new dataset (best of ${ROUNDS}; without the upload)\n`,
  );
  say(
    '| file | MiB | bare CREATE TABLE AS, s | stage and check, s | publish, s | ratio | worker peak, MiB | server peak over idle, MiB |',
  );
  say('|---|---:|---:|---:|---:|---:|---:|---:|');
  for (const path of paths) {
    const bares: number[] = [];
    const runs: Array<Awaited<ReturnType<typeof append>>> = [];
    for (let round = 0; round < ROUNDS; round++) {
      bares.push(await bare(folder, path));
      runs.push(await append(folder, path));
    }
    const [best] = runs.sort((a, b) => a.stage + a.publish - b.stage - b.publish);
    if (best?.inserted !== rows) throw new Error(`${best?.inserted} rows arrived.`);
    const baseline = Math.min(...bares);
    const seconds = (ms: number) => (ms / 1000).toFixed(2);
    const mib = (bytes: number) => (bytes / MIB).toFixed(0);
    const worker = Math.max(...runs.map((run) => run.worker));
    const server = Math.max(...runs.map((run) => run.server - run.idle));
    say(
      `| ${basename(path)} | ${mib((await stat(path)).size)} | ${seconds(baseline)} | ${seconds(best.stage)} | ${seconds(best.publish)} | ` +
        `${((best.stage + best.publish) / baseline).toFixed(2)}× | ${mib(worker)} | ${mib(server)} |`,
    );
    await rm(path);
  }
}
