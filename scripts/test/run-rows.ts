import type { WorkerDataset, WorkerJob, WorkerRows } from '@/lib/imports/worker/protocol';
import { queryStage, runWorker, type Upload } from './import-worker';

export type RowsOptions = {
  /** Of the one dataset `main.rows` that all files go to. */
  dataset?: Partial<WorkerDataset>;
  /** By the position of the file. */
  choices?: ReadonlyArray<WorkerRows['files'][number]['choice']>;
  order?: number[];
  decompressed?: WorkerRows['decompressed'];
  job?: Partial<WorkerJob>;
  policy?: Partial<WorkerJob['choices']>;
};

/** Runs the import worker on files that all go to one dataset; bad records are kept as rejects unless said otherwise. */
export async function runRows(uploads: readonly Upload[], options: RowsOptions = {}) {
  const { dataset = {}, choices = [], order, decompressed, job, policy } = options;
  const ordinals = uploads.map((_, index) => index + 1);
  const run = await runWorker(uploads, {
    choices: {
      mode: 'replace',
      onBadRecord: 'keep',
      maxRejects: 1_000_000,
      maxRejectPercent: 100,
      ...policy,
    },
    rows: {
      files: ordinals.map((ordinal) => ({
        ordinal,
        dataset: 'main.rows',
        choice: choices[ordinal - 1] ?? null,
      })),
      datasets: [
        {
          name: 'main.rows',
          exists: dataset.columns !== undefined,
          columns: [],
          key: [],
          mode: 'append',
          nullKeys: 'reject',
          blankCells: 'null',
          newColumns: 'add',
          checks: [],
          ...dataset,
        },
      ],
      order: order ?? ordinals,
      decompressed: decompressed ?? { maxBytes: 2 ** 30, maxRatio: 200 },
    },
    ...job,
  });
  return { ...run, query: (sql: string) => queryStage(run, sql) };
}

/** A CSV text as an upload. */
export const csv = (text: string | Uint8Array, name = 'rows.csv'): Upload => ({ name, bytes: text });
