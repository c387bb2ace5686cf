import 'server-only';
import { z } from 'zod';
import { type Dataset, dataTable } from '@/lib/datasets/dataset';
import { findDataset } from '@/lib/datasets/server/find-datasets';
import { AppError } from '@/lib/errors/app-error';
import { currentRows } from '@/lib/workspace/data-table';
import { appendRows, countKnownKeys, replaceRows, upsertRows } from '@/lib/workspace/server/apply-rows';
import type { VersionsOutcome } from '@/lib/workspace/server/apply-versions';
import type { Reader, Writer } from '@/lib/workspace/server/reader';
import type { RowsTask } from '@/lib/workspace/server/rows-task';
import type { TableOutcome } from '../../build-receipt';
import type { DatasetChange } from '../../contract';
import type { BlankCells } from '../../row-choices';
import type { StagedFile } from '../../worker/protocol';
import { fitDataset } from './fit-dataset';
import { registerDataset } from './register-dataset';
import { readStagedDatasets, type StagedDataset } from './staged-datasets';

type Publish = {
  snapshot: number;
  importId: string;
  /** A table's name is never used twice, not even after a transaction that was taken back. */
  attempt: number;
  /** By the dataset's name. */
  blankCells: (dataset: string) => BlankCells;
  files: readonly StagedFile[];
};

/**
 * Brings the rows of the attached stage into their datasets, each in its mode. The outcome of a dataset stands under its
 * name.
 * @throws AppError conflicting-state: appended keys that are there already, a key or type that does not fit
 */
export async function publishDatasets(
  db: Writer,
  publish: Publish,
): Promise<{ outcomes: TableOutcome[]; changes: DatasetChange[]; datasets: Dataset[] }> {
  const outcomes: TableOutcome[] = [];
  const changes: DatasetChange[] = [];
  const datasets: Dataset[] = [];
  for (const staged of await readStagedDatasets(db)) {
    const existing = await findDataset(db, staged.dataset);
    const again = publish.attempt === 0 ? '' : `_${publish.attempt}`;
    const rows = publish.files.reduce((sum, it) => sum + (it.dataset === staged.dataset ? it.staged : 0), 0);
    const fitted = await fitDataset(
      db,
      existing,
      staged,
      `data_${publish.snapshot}_${staged.k}${again}`,
      rows,
    );
    const task: RowsTask = {
      table: dataTable(fitted.dataset),
      staged: { from: ['stage', 'main', `rows_${staged.k}`], columns: fitted.columns },
      snapshot: publish.snapshot,
      importId: publish.importId,
    };
    const rowsBefore = await countRows(db, fitted.dataset.table);
    const outcome = await apply(db, task, staged, publish);
    await registerDataset(db, existing, fitted.dataset, { ...publish, file: staged.files[0] ?? 1 });
    const inserted = outcome.files.reduce((sum, file) => sum + file.inserted, 0);
    outcomes.push({ table: staged.dataset, ...outcome });
    datasets.push(fitted.dataset);
    changes.push({
      name: fitted.dataset.name,
      created: fitted.created,
      columnsAdded: fitted.columnsAdded,
      columnsWidened: fitted.columnsWidened,
      mode: staged.mode,
      rowsBefore,
      rowsAfter: rowsBefore + inserted - outcome.ended,
    });
  }
  return { outcomes, changes, datasets };
}

async function apply(
  db: Writer,
  task: RowsTask,
  { dataset, mode }: StagedDataset,
  { blankCells }: Publish,
): Promise<VersionsOutcome> {
  if (mode === 'replace') return replaceRows(db, task);
  if (mode === 'upsert') return upsertRows(db, task, blankCells(dataset));
  const known = task.table.key.length === 0 ? 0 : await countKnownKeys(db, task);
  if (known === 0) return appendRows(db, task);
  throw knownKeys(dataset, known);
}

/** Why rows cannot be appended. */
export function knownKeys(dataset: string, known: number): AppError {
  return new AppError(
    'conflicting-state',
    `${known} of the keys are in ${dataset} already, so their rows cannot be appended. Choose mode "upsert" or "replace".`,
    { extra: { dataset, known } },
  );
}

async function countRows(db: Reader, table: string): Promise<number> {
  const row = await db.one(
    z.object({ rows: z.int() }),
    `SELECT count(*) AS rows FROM ${currentRows(table)} AS t`,
  );
  return row?.rows ?? 0;
}
