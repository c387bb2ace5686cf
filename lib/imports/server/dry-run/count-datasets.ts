import 'server-only';
import { type Dataset, dataTable } from '@/lib/datasets/dataset';
import { findDataset } from '@/lib/datasets/server/find-datasets';
import { countRows } from '@/lib/workspace/server/count-rows';
import type { Reader } from '@/lib/workspace/server/reader';
import type { TableOutcome } from '../../build-receipt';
import type { DatasetChange } from '../../contract';
import type { BlankCells } from '../../row-choices';
import type { Feed } from '../publish/dataset-lineage';
import { planFit } from '../publish/fit-dataset';
import { knownKeys } from '../publish/publish-datasets';
import { readStagedDatasets } from '../publish/staged-datasets';

type Count = {
  importId: string;
  /** The name under which the stage is attached. */
  stage: string;
  /** By the dataset's name. */
  blankCells: (dataset: string) => BlankCells;
};

/** A dataset as the publish would leave it, and the files whose rows would be in it. */
type CountedDataset = { dataset: Dataset; feeds: Feed[] };

/**
 * What `publishDatasets` would do with the rows of an attached stage; nothing is written.
 * @throws AppError conflicting-state: what `publishDatasets` refuses
 */
export async function countDatasets(
  db: Reader,
  { importId, stage, blankCells }: Count,
): Promise<{ outcomes: TableOutcome[]; changes: DatasetChange[]; datasets: CountedDataset[] }> {
  const outcomes: TableOutcome[] = [];
  const changes: DatasetChange[] = [];
  const datasets: CountedDataset[] = [];
  for (const staged of await readStagedDatasets(db, stage)) {
    const { mode } = staged;
    const existing = await findDataset(db, staged.dataset);
    const { dataset, created, columnsAdded, columnsWidened, columns, current } = await planFit(
      db,
      existing,
      staged,
      '',
    );
    const table = dataTable(dataset);
    const task = {
      ...{ table, current, mode, blankCells: blankCells(staged.dataset) },
      staged: { from: [stage, 'main', `rows_${staged.k}`] as const, columns },
    };
    const { kept, rowsBefore, known, ...outcome } = await countRows(db, task);
    if (mode === 'append' && known > 0) throw knownKeys(staged.dataset, known);
    const inserted = outcome.files.reduce((sum, file) => sum + file.inserted, 0);
    outcomes.push({ table: staged.dataset, ...outcome });
    changes.push({
      ...{ name: dataset.name, created, columnsAdded, columnsWidened, mode, rowsBefore },
      rowsAfter: rowsBefore + inserted - outcome.ended,
    });
    const came = outcome.files.filter((file) => file.inserted + file.updated > 0);
    datasets.push({
      dataset,
      feeds: [...came.map(({ file }) => ({ import: importId, file, record: 1 })), ...kept],
    });
  }
  return { outcomes, changes, datasets };
}
