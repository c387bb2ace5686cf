import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleImportServer } from '@/scripts/test/spawn-import-server';
import { bareLoad, MEMORY_BYTES } from './bare-load';
import { startBrowser } from './browse-latency';
import { makeOrders } from './make-orders';
import { type Measured, type MeasuredServer, startMeasured } from './measured-server';
import { postgresUpsert } from './postgres-upsert';
import { mebibytes, printTable, seconds, times } from './print-table';

const ROUNDS = 2;
const SMALL_FILES = 3;
const SMALL_ROWS = 1000;
const MEDIUM_ROWS = 50_000;

type Line = string[];
const count = (rows: number) => rows.toLocaleString('en');
const work = (run: Measured) => run.stage + run.publish;

/** A server of its own for one measurement. */
async function onServer<T>(folder: string, measure: (server: MeasuredServer) => Promise<T>): Promise<T> {
  const server = await startMeasured(folder);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

/** The work of an import without its upload beside the bare engine on the same file; the best of some rounds each. */
async function append(folder: string, path: string, rows: number): Promise<Line> {
  const bares: number[] = [];
  const runs: Measured[] = [];
  const peaks = { worker: 0, server: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    bares.push(await bareLoad(folder, [path]));
    await onServer(folder, async (server) => {
      runs.push(await server.run([path], { mode: 'append' }));
      const { worker, server: own } = await server.memory();
      peaks.worker = Math.max(peaks.worker, worker);
      peaks.server = Math.max(peaks.server, own);
    });
  }
  const best = runs.reduce((a, b) => (work(a) <= work(b) ? a : b));
  if (best.inserted !== rows) throw new Error(`${best.inserted} rows arrived.`);
  const size = mebibytes((await stat(path)).size);
  const what = `append ${count(rows)} rows, ${size} MiB of ${path.endsWith('.csv') ? 'CSV' : 'Parquet'}`;
  return compared(what, Math.min(...bares), best, peaks, '1.5×');
}

function compared(
  what: string,
  bare: number,
  run: Measured,
  peaks: { worker: number; server: number },
  target: string,
): Line {
  return [
    what,
    seconds(bare),
    seconds(run.stage),
    seconds(run.publish),
    times(work(run), bare),
    target,
    mebibytes(peaks.worker),
    mebibytes(peaks.server),
  ];
}

/** Half of the rows change, the other half stays: on its own as the bare engine and PostgreSQL have it, and once more while somebody browses. */
async function upsert(folder: string, rows: number): Promise<Line[]> {
  const before = await makeOrders(folder, 'before', rows);
  const changes = await makeOrders(folder, 'changes', rows, { odd: true });
  const bare = await bareLoad(folder, [changes.csv]);
  const postgres = postgresUpsert(before.csv, changes.csv);
  const change = async (server: MeasuredServer) => {
    const run = await server.run([changes.csv], { mode: 'upsert', key: 'id' });
    if (run.updated !== Math.floor(rows / 2)) throw new Error(`${run.updated} rows were updated.`);
    return run;
  };
  const append = (server: MeasuredServer) => server.run([before.parquet], { mode: 'append', key: 'id' });
  const [run, peaks] = await onServer(folder, async (server) => {
    await append(server);
    return [await change(server), await server.memory()] as const;
  });
  const [idle, busy] = await onServer(folder, async (server) => {
    await append(server);
    const browser = await startBrowser(server.origin);
    const latencies = [
      await browser.latency(Promise.resolve()),
      await browser.latency(change(server)),
    ] as const;
    await browser.stop();
    return latencies;
  });
  for (const path of Object.values({ ...before, changes: changes.csv, more: changes.parquet }))
    await rm(path);
  return [
    compared(`upsert ${count(rows)} rows into as many, CSV`, bare, run, peaks, '3×'),
    ['a page of rows meanwhile, p95', seconds(idle), '', seconds(busy), times(busy, idle), '2×', '', ''],
    [
      'PostgreSQL: COPY and INSERT ... ON CONFLICT, beside us',
      postgres === null ? '' : seconds(postgres),
      '',
      '',
      postgres === null ? 'not available' : times(postgres, work(run)),
      'at least 3×',
      '',
      '',
    ],
  ];
}

/** From the first byte of the upload to the receipt. */
async function whole(folder: string, what: string, paths: readonly string[], target: string): Promise<Line> {
  const totals: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    await onServer(
      folder,
      async (server) => void totals.push((await server.run(paths, { mode: 'append' })).total),
    );
  return [what, '', '', '', seconds(Math.min(...totals)), target, '', ''];
}

async function smallFiles(folder: string): Promise<string[]> {
  const made = [];
  for (let index = 0; index < SMALL_FILES; index++)
    made.push(await makeOrders(folder, `small-${index}`, SMALL_ROWS, { first: 2 * index * SMALL_ROWS }));
  return [...made.map(({ csv }) => csv), ...made.map(({ parquet }) => parquet)];
}

/** Rows in every way that is promised, in one table. `big` rows more as CSV, to see that memory stays what it is; 0 for none. */
export async function compareRows(folder: string, rows: number, big: number): Promise<void> {
  process.env.WORKER_MEMORY_BYTES = String(MEMORY_BYTES);
  process.env.MAX_FILE_SIZE_BYTES = String(1024 ** 4);
  await bundleImportServer('bench/imports/server-process.ts');
  const files = join(folder, 'files');
  await mkdir(files);
  const lines: Line[] = [];
  for (const some of big > 0 ? [rows, big] : [rows]) {
    const { csv, parquet } = await makeOrders(files, 'orders', some);
    lines.push(await append(folder, csv, some));
    if (some === rows) lines.push(await append(folder, parquet, some));
    for (const path of [csv, parquet]) await rm(path);
  }
  lines.push(...(await upsert(files, rows)));
  const medium = await makeOrders(files, 'medium', MEDIUM_ROWS);
  lines.push(
    await whole(folder, `${count(MEDIUM_ROWS)} rows of CSV, upload to receipt`, [medium.csv], '2 s'),
  );
  const small = await smallFiles(files);
  lines.push(
    await whole(
      folder,
      `${SMALL_FILES} CSV and ${SMALL_FILES} Parquet files of ${count(SMALL_ROWS)} rows, upload to receipt`,
      small,
      '1 s',
    ),
  );
  printTable(
    `Rows of 6 columns (best of ${ROUNDS}; "bare" is CREATE TABLE AS from the same file; worker memory limit ${mebibytes(MEMORY_BYTES)} MiB)`,
    [
      'what',
      'bare or idle, s',
      'stage and check, s',
      'publish or meanwhile, s',
      'result',
      'at most',
      'worker peak, MiB',
      'server over idle, MiB',
    ],
    lines,
  );
}
