import 'server-only';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';
import { uploadFile } from '@/lib/uploads/server/upload-paths';
import type { ProgressMeter } from '../../progress-meter';
import type { StagedFile, WorkerJob } from '../../worker/protocol';
import type { ImportRecord } from '../records/import-record';
import { removeStagingFolder, stagingFolder, uploadFolder } from '../records/journal';
import { jobRows } from './job-rows';
import { knownDatabase, writeKnownColumns, writeKnownObjects } from './known-objects';
import { refuseNarrower } from './refuse-narrower';
import { refuseWrongLimits } from './refuse-wrong-limits';
import { runWorker } from './spawn-worker';
import { writeKeptReadings } from './write-kept-readings';

/** A stage file that the worker filled and checked, and how the records of each file ended in it. */
export type Stage = { file: string; files: readonly StagedFile[]; stageMs: number; checkMs: number };

/** Whose files are staged: an import that runs, or a dry run. */
export type StagingRun = {
  readonly id: string;
  readonly record: ImportRecord;
  readonly meter: ProgressMeter;
  readonly stop: AbortController;
  readonly lease: { heartbeat(): void };
};

/** In the staging folder of an import; the rows stand in files beside it. */
export const STAGE_FILE = 'stage.duckdb';

const THREADS_MAX = 2;

/**
 * Has the import worker stage and check the files of a run.
 * @throws WorkerFailure, AppError worker-failed, AppError unbalanced-receipt, what `refuseNarrower` and `refuseWrongLimits` throw
 */
export async function stageImport(run: StagingRun): Promise<Stage> {
  const job = await prepareJob(run);
  const { files, stageMs, checkMs } = await runWorker(job, {
    signal: run.stop.signal,
    onProgress: ({ bytes, rows, totalRows, rejected, files }) => {
      run.lease.heartbeat();
      run.meter.observe({ bytes, rows, totalRows, rejected, files: inOrder(files) });
    },
  });
  for (const file of files) assertCounted(file);
  return { file: job.stageFile, files, stageMs, checkMs };
}

async function prepareJob({ id, record, stop }: StagingRun): Promise<WorkerJob> {
  const { source, choices } = record;
  if (source === null) throw new Error('A run has a source.');
  const isMerge = record.mode === 'merge';
  const rows = await jobRows(record);
  refuseNarrower(record, rows);
  refuseWrongLimits(rows);
  await removeStagingFolder(id);
  const stageDir = await stagingFolder(id);
  await mkdir(stageDir, { recursive: true });
  const knownObjectsFile = isMerge ? join(stageDir, 'known-objects.csv') : null;
  const knownColumnsFile = isMerge ? join(stageDir, 'known-columns.csv') : null;
  if (knownObjectsFile !== null) await writeKnownObjects(source.name, knownObjectsFile, stop.signal);
  if (knownColumnsFile !== null) await writeKnownColumns(source.name, knownColumnsFile, stop.signal);
  const keptReadingsFile = join(stageDir, 'kept-readings.csv');
  await writeKeptReadings(source.name, keptReadingsFile, stop.signal);
  const before = isMerge ? await knownDatabase(source.name) : undefined;
  return {
    importId: id,
    files: record.files.map(({ name, size }, index) => ({
      ordinal: index + 1,
      name,
      size,
      path: uploadFile({ importId: id, ordinal: index }),
    })),
    source: { ...source, database: source.database ?? before ?? source.name },
    choices: { ...choices, mode: record.mode },
    rows,
    uploadDir: await uploadFolder(id),
    stageDir,
    stageFile: join(stageDir, STAGE_FILE),
    knownObjectsFile,
    knownColumnsFile,
    keptReadingsFile,
    memoryBytes: settings().WORKER_MEMORY_BYTES,
    threads: THREADS_MAX,
    concurrency: settings().IMPORT_CONCURRENCY,
  };
}

function inOrder(
  files: readonly { ordinal: number; rows: number; totalRows: number | null; percent: number }[],
) {
  return [...files]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ rows, totalRows, percent }) => ({ rows, totalRows, percent }));
}

/** The worker's own balance, checked again by who publishes. */
function assertCounted({ ordinal, read, staged, duplicates, rejected, skipped }: StagedFile): void {
  if (staged + duplicates + rejected + skipped === read) return;
  throw new AppError(
    'unbalanced-receipt',
    `File ${ordinal}: ${read} records were read but ${staged} staged, ${duplicates} repeated, ${rejected} rejected and ${skipped} skipped. Nothing was written.`,
  );
}
