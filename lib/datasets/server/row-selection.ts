import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { engineType } from '@/lib/imports/row-type';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { Dataset } from '../dataset';
import { parseFilter } from '../parse-filter';
import { columnNamed, filterSql, orderSql } from '../row-sql';

/** Which rows and in which order, as SQL over `rowsAsOf(...) AS r`. */
export type RowSelection = { where: string; order: string; params: SqlParams; isFiltered: boolean };

/**
 * Reads `filter` and `sort` of a call against the columns of a dataset.
 * @throws AppError invalid-request that says what is wrong and where
 */
export async function selectRows(
  db: Reader,
  dataset: Dataset,
  { filter = '', sort = '' }: { filter?: string | undefined; sort?: string | undefined },
): Promise<RowSelection> {
  const parsed = parseFilter(filter);
  if (!parsed.ok) {
    throw invalid('filter', `${parsed.reason} (character ${parsed.at + 1} of ${JSON.stringify(filter)})`);
  }
  const conditions = parsed.conditions.map((one) => ({
    ...one,
    column: named(dataset, one.column, 'filter'),
  }));
  const { sql, params, values } = filterSql(conditions, 'r');
  for (const { param, column } of values) {
    const text = params[param] ?? null;
    const row = await db.one(
      z.object({ fits: z.boolean() }),
      `SELECT TRY_CAST($text AS ${engineType(column.type)}) IS NOT NULL AS fits`,
      { text },
    );
    if (row?.fits !== true) {
      throw invalid('filter', `${JSON.stringify(text)} is not a ${column.type} as ${column.name} has`);
    }
  }
  const order = sortList(sort).map((entry) => {
    const known = columnNamed(dataset, entry);
    if (known !== undefined || !entry.startsWith('-')) {
      return { column: known ?? named(dataset, entry, 'sort'), isDescending: false };
    }
    return { column: named(dataset, entry.slice(1), 'sort'), isDescending: true };
  });
  return { where: sql, order: orderSql(order, 'r'), params, isFiltered: conditions.length > 0 };
}

function sortList(sort: string): string[] {
  if (!sort.trimStart().startsWith('[')) return sort.split(',').flatMap((part) => part.trim() || []);
  try {
    return z.array(z.string()).max(32).parse(JSON.parse(sort));
  } catch {
    throw invalid('sort', 'a comma list of columns, or a JSON list of them');
  }
}

function named(dataset: Dataset, name: string, param: string) {
  const column = columnNamed(dataset, name);
  if (column !== undefined) return column;
  throw invalid(param, `${dataset.name} has no column ${JSON.stringify(name)}`);
}

function invalid(name: string, reason: string): AppError {
  return new AppError('invalid-request', `${name}: ${reason}`, { invalidParams: [{ name, reason }] });
}
