import type { RowTable } from '@/lib/formats/preview/rows/row-table';
import type { Compression, FileChoice } from '@/lib/imports/row-choices';
import type { RowPlan } from './plan-rows';

/** What was confirmed about one file, in the words of the API; `ordinal` is its 1-based place among the files sent. */
export function fileChoice(
  ordinal: number,
  dataset: string,
  compression: Compression | null,
  table: RowTable,
  plan: RowPlan,
): FileChoice {
  return {
    file: ordinal,
    kind: 'rows',
    dataset,
    compression,
    ...(table.encoding === null ? {} : { encoding: table.encoding }),
    ...(table.csv === null ? {} : { csv: table.csv }),
    ...(table.path === null || table.paths.length === 0 ? {} : { json: { path: table.path } }),
    columns: plan.columns.map(({ name, as, type, dateOrder, rules }) => ({
      name,
      as,
      type,
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...rules,
    })),
  };
}
