import 'server-only';
import type { Dataset } from '@/lib/datasets/dataset';
import { inlineRows } from '@/lib/workspace/inline-rows';
import { applyVersions } from '@/lib/workspace/server/apply-versions';
import type { Writer } from '@/lib/workspace/server/reader';
import { datasetColumns, datasets } from '@/lib/workspace/tables';

type By = { snapshot: number; importId: string; file: number };

/** Writes a dataset into the registry as it is from this snapshot on; nothing when it is as it was. */
export async function registerDataset(
  db: Writer,
  before: Dataset | undefined,
  now: Dataset,
  { snapshot, importId, file }: By,
): Promise<void> {
  if (before !== undefined && JSON.stringify(before) === JSON.stringify(now)) return;
  const from = { _file: file, _record: 0 };
  const by = { snapshot, importId };
  await applyVersions(db, {
    table: datasets,
    stage: inlineRows(datasets, [
      { dataset: now.name, table_name: now.table, key_columns: JSON.stringify(now.key), ...from },
    ]),
    scope: null,
    ...by,
  });
  await applyVersions(db, {
    table: datasetColumns,
    stage: inlineRows(
      datasetColumns,
      now.columns.map((column, index) => ({
        dataset: now.name,
        column_name: column.name,
        ordinal: index + 1,
        data_type: column.type,
        stored_as: column.storedAs,
        ...from,
      })),
    ),
    scope: { sql: 'dataset = $dataset', params: { dataset: now.name } },
    ...by,
  });
}
