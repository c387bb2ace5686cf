import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { plainName } from '@/lib/formats/plain-name';
import { narrows } from '../../narrows';
import type { WorkerRows } from '../../worker/protocol';
import type { ImportRecord } from '../records/import-record';

/**
 * Asks about confirmed types that the datasets, as they are now, cannot take: a column is widened, never narrowed. Corrected rejects are
 * read as their import was, and stored in what their dataset holds by now.
 * @throws AppError conflicting-state with `file`, `dataset`, `column`, `from` and `to`, and what to choose instead
 */
export function refuseNarrower({ files, parent }: ImportRecord, rows: WorkerRows): void {
  if (parent !== null) return;
  for (const { ordinal, dataset, choice } of rows.files) {
    const held = rows.datasets.find(({ name, exists }) => exists && name === dataset)?.columns ?? [];
    for (const { name, as, type } of choice?.columns ?? []) {
      const known = as === null ? undefined : held.find((column) => plainName(column.name) === plainName(as));
      if (known === undefined || !narrows(known.type, type)) continue;
      const file = files[ordinal - 1]?.name ?? `File ${ordinal}`;
      throw new AppError(
        'conflicting-state',
        `${file}: ${name} is confirmed as ${type}, but ${known.name} of ${dataset} holds ${known.type} and is not narrowed. ` +
          `Give it the type ${known.type} to store its values as that, leave it out ("as": null), or name another column.`,
        { extra: { file, dataset, column: known.name, from: known.type, to: type } },
      );
    }
  }
}
