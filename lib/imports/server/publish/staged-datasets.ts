import 'server-only';
import { z } from 'zod';
import { VERSION_COLUMNS } from '@/lib/workspace/data-table';
import { quoteName } from '@/lib/workspace/quote';
import type { Reader } from '@/lib/workspace/server/reader';
import { RowMode } from '../../row-choices';
import { RowType } from '../../row-type';

const json = <T>(shape: z.ZodType<T>) => z.string().transform((text) => shape.parse(JSON.parse(text)));

const StagedColumn = z.object({ name: z.string().min(1), type: RowType });

/** One dataset of an attached stage; its rows are in `rows_<k>` there. */
const StagedDataset = z.object({
  k: z.int(),
  dataset: z.string(),
  columns: json(z.array(StagedColumn)),
  key: json(z.array(z.string())),
  mode: RowMode,
  files: json(z.array(z.int())),
});
export type StagedDataset = z.infer<typeof StagedDataset>;

/**
 * The datasets of the stage that is attached as `stage`, in their order.
 * @throws Error when the worker broke the rules of column names
 */
export async function readStagedDatasets(db: Reader, stage = 'stage'): Promise<StagedDataset[]> {
  const found = await db.all(
    StagedDataset,
    `SELECT k, dataset, columns, key, mode, files FROM ${quoteName(stage, 'main', 'stage_datasets')} ORDER BY k`,
  );
  for (const { dataset, columns, key } of found) {
    const names = columns.map((column) => column.name.toLowerCase());
    const taken = names.find((name) => VERSION_COLUMNS.some((column) => column === name));
    if (taken !== undefined) throw new Error(`${dataset}: the column ${taken} is one of our own.`);
    if (new Set(names).size !== names.length) throw new Error(`${dataset}: a column is staged twice.`);
    if (key.some((name) => !names.includes(name.toLowerCase()))) {
      throw new Error(`${dataset}: a key column is not staged.`);
    }
  }
  return found;
}
