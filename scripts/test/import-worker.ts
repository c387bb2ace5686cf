import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type WorkerFile, type WorkerJob, WorkerMessage } from '@/lib/imports/worker/protocol';

/** A file to import: its name for people, and its bytes or where they are. */
export type Upload = { name: string } & ({ bytes: string | Uint8Array } | { from: string });

export type WorkerRun = {
  readonly folder: string;
  readonly job: WorkerJob;
  readonly child: ChildProcess;
  readonly messages: WorkerMessage[];
  /** The last word, or null when the process ended without one. */
  readonly ended: Promise<Extract<WorkerMessage, { type: 'staged' | 'failed' }> | null>;
};

const folders: string[] = [];

/** Removes the folders of all workers that were started; for `afterAll`. */
export async function removeWorkerFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

const NO_ROWS: WorkerJob['rows'] = {
  files: [],
  datasets: [],
  order: [],
  decompressed: { maxBytes: 0, maxRatio: 1 },
};

/**
 * Starts the bundled import worker on files of its own, as the server does. The folder is new and under the system's temp; `prepare` may put
 * more into it.
 */
export async function startWorker(
  uploads: readonly Upload[],
  job: Partial<WorkerJob> = {},
  prepare: (job: WorkerJob) => Promise<WorkerJob> = async (it) => it,
): Promise<WorkerRun> {
  const folder = await mkdtemp(join(tmpdir(), 'headwater-worker-'));
  folders.push(folder);
  const uploadDir = join(folder, 'upload');
  const stageDir = join(folder, 'stage');
  await mkdir(uploadDir);
  await mkdir(stageDir);
  const files: WorkerFile[] = [];
  for (const [index, upload] of uploads.entries()) {
    const path = join(uploadDir, String(index + 1));
    if ('from' in upload) await copyFile(upload.from, path);
    else await writeFile(path, upload.bytes);
    files.push({ ordinal: index + 1, name: upload.name, path, size: (await stat(path)).size });
  }
  const whole: WorkerJob = {
    importId: randomUUID(),
    files,
    source: { name: 'Warehouse', dialect: 'tsql', database: 'AdventureWorks' },
    choices: { mode: 'replace', onBadRecord: 'stop', maxRejects: 1000, maxRejectPercent: 10 },
    rows: NO_ROWS,
    uploadDir,
    stageDir,
    stageFile: join(stageDir, 'stage.duckdb'),
    knownObjectsFile: null,
    knownColumnsFile: null,
    keptReadingsFile: null,
    memoryBytes: 512 * 1024 * 1024,
    threads: 2,
    concurrency: 2,
    ...job,
  };
  return drive(folder, await prepare(whole));
}

function drive(folder: string, job: WorkerJob): WorkerRun {
  const child = spawn(process.execPath, [resolve('build/import-worker.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const messages: WorkerMessage[] = [];
  child.on('message', (message) => messages.push(WorkerMessage.parse(message)));
  const ended = new Promise<Awaited<WorkerRun['ended']>>((done) => {
    child.on('close', () => {
      const last = messages.at(-1);
      done(last === undefined || last.type === 'progress' ? null : last);
    });
  });
  child.send(job);
  return { folder, job, child, messages, ended };
}

/** Starts a worker and waits for its last word; `onStart` hears when the files are in place. */
export async function runWorker(
  uploads: readonly Upload[],
  job: Partial<WorkerJob> = {},
  onStart: () => void = () => {},
) {
  const run = await startWorker(uploads, job);
  onStart();
  return { ...run, last: await run.ended };
}

/** Rows of a query over a stage file, as JSON values. */
export async function queryStage(run: WorkerRun, sql: string): Promise<Array<Record<string, unknown>>> {
  const instance = await DuckDBInstance.create(run.job.stageFile, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
