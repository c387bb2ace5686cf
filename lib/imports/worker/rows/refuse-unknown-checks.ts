import { AppError } from '@/lib/errors/app-error';
import { plainName } from '@/lib/formats/plain-name';
import type { DatasetPlan } from './plan-datasets';

/**
 * Refuses checks of columns that neither their dataset nor any of its files has, before a record is read: such a check would check
 * nothing, and nobody would know. A column that is in a file but not loaded may have checks.
 * @throws AppError `invalid-request` with dataset, column and the columns that there are
 */
export function refuseUnknownChecks(plans: readonly DatasetPlan[]): void {
  for (const { dataset, columns, files } of plans) {
    const names = columns.map(({ name }) => name);
    const known = new Set([...names, ...files.flatMap(({ ignored }) => ignored)].map(plainName));
    const unknown = dataset.checks.find(({ column }) => !known.has(plainName(column)));
    if (unknown === undefined) continue;
    throw new AppError(
      'invalid-request',
      `${dataset.name}: a check is given for the column ${JSON.stringify(unknown.column)}, which neither the dataset nor a file has. ` +
        `Name one of ${names.join(', ')}, or leave the check out. Nothing was imported.`,
      { extra: { dataset: dataset.name, column: unknown.column, columns: names } },
    );
  }
}
