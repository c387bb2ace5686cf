import type { WorkerDataset, WorkerJob, WorkerRows } from '@/lib/imports/worker/protocol';

export type RowsOptions = {
  /** Of the one dataset `main.rows` that all files go to. */
  dataset?: Partial<WorkerDataset>;
  /** By the position of the file. */
  choices?: ReadonlyArray<WorkerRows['files'][number]['choice']>;
  order?: number[];
  decompressed?: WorkerRows['decompressed'];
  policy?: Partial<WorkerJob['choices']>;
};

/** What a job says of `files` files that all go to one dataset; bad records are kept as rejects unless said otherwise. */
export function rowsJob(files: number, options: RowsOptions = {}): Pick<WorkerJob, 'choices' | 'rows'> {
  const { dataset = {}, choices = [], order, decompressed, policy } = options;
  const ordinals = Array.from({ length: files }, (_, index) => index + 1);
  return {
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
  };
}
