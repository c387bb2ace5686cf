import type { WorkerJob } from '@/lib/imports/worker/protocol';
import { queryStage, runWorker, type Upload } from './import-worker';
import { type RowsOptions, rowsJob } from './rows-job';

/** Runs the import worker on files that all go to one dataset. */
export async function runRows(
  uploads: readonly Upload[],
  { job, ...options }: RowsOptions & { job?: Partial<WorkerJob> } = {},
) {
  const run = await runWorker(uploads, { ...rowsJob(uploads.length, options), ...job });
  return { ...run, query: (sql: string) => queryStage(run, sql) };
}

/** A CSV text as an upload. */
export const csv = (text: string | Uint8Array, name = 'rows.csv'): Upload => ({ name, bytes: text });
