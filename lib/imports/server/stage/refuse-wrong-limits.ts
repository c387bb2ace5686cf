import 'server-only';
import { plainName } from '@/lib/formats/plain-name';
import type { RowType } from '../../row-type';
import type { WorkerRows } from '../../worker/protocol';
import { limitsOf, whyNotLimit, wrongLimit } from '../../wrong-limit';

/**
 * Refuses checks that compare with something that is no value of their column's type, as far as the type is known before the files are
 * read: from the dataset, or because it was confirmed. The worker looks at all of them once it knows the types.
 * @throws AppError invalid-request with `dataset`, `column`, `check`, `value` and `columnType`
 */
export function refuseWrongLimits({ files, datasets }: WorkerRows): void {
  for (const { name: dataset, columns, checks } of datasets) {
    const held = new Map<string, RowType>(columns.map(({ name, type }) => [plainName(name), type]));
    const confirmed = files
      .filter((file) => file.dataset === dataset)
      .flatMap(({ choice }) => choice?.columns ?? [])
      .flatMap((column) => (column.as === null ? [] : { ...column, column: column.as }));
    for (const { column, type } of confirmed)
      if (!held.has(plainName(column))) held.set(plainName(column), type);
    for (const check of [...confirmed, ...checks]) {
      const type = held.get(plainName(check.column));
      if (type === undefined) continue;
      const wrong = limitsOf(check).find((limit) => whyNotLimit(limit, type) !== null);
      if (wrong !== undefined) throw wrongLimit(dataset, check.column, wrong, type);
    }
  }
}
