import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { rowsAsOf } from '@/lib/workspace/data-table';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { listRows as endpoint } from '../contract';
import type { Dataset } from '../dataset';
import { datasetAt } from './dataset-at';
import { keptRowsAt } from './kept-rows-at';
import { readRows } from './read-rows';
import { selectRows } from './row-selection';

type Query = EndpointInput<typeof endpoint>['query'];
type Page = EndpointResponse<typeof endpoint>;

/**
 * One page of the rows of a dataset. @throws AppError not-found, stale-snapshot, invalid-request, deadline
 */
export async function listRows(name: string, query: Query, signal?: AbortSignal): Promise<Page> {
  const started = performance.now();
  const place = placeOf(query);
  return read(
    async (db) => {
      const { dataset, snapshot } = await datasetAt(db, name, place.snapshot);
      const { where, order, params, isFiltered } = await selectRows(db, dataset, query);
      const rows = await keptRowsAt(db, dataset, snapshot);
      const total = isFiltered ? await count(db, dataset, where, { ...params, snapshot }) : rows;
      const found = await readRows(
        db,
        dataset,
        `${rowsAsOf(dataset.table)} AS r WHERE ${where} ${order} LIMIT $most OFFSET $offset`,
        { ...params, snapshot, most: query.limit, offset: place.offset },
      );
      const items = found.map(({ values, from }) => ({ values, from }));
      const next = place.offset + items.length;
      return {
        snapshot,
        columns: columnsOf(dataset),
        items,
        rows,
        total,
        offset: place.offset,
        nextCursor: items.length > 0 && next < total ? `${snapshot}.${next}` : null,
        answeredInMs: performance.now() - started,
      };
    },
    { signal },
  );
}

/** The columns of a dataset as answers name them. */
export function columnsOf({ columns, key }: Dataset): Page['columns'] {
  return columns.map(({ name, type }) => ({ name, type, isKey: key.includes(name) }));
}

async function count(db: Reader, { table }: Dataset, where: string, params: SqlParams): Promise<number> {
  const row = await db.one(
    z.object({ rows: z.int() }),
    `SELECT count(*) AS rows FROM ${rowsAsOf(table)} AS r WHERE ${where}`,
    params,
  );
  return row?.rows ?? 0;
}

/** A cursor is `snapshot.offset`: later pages stay on the snapshot of the first. */
function placeOf({ cursor, offset, snapshot }: Query): { snapshot: number | undefined; offset: number } {
  if (cursor === undefined) return { snapshot, offset: offset ?? 0 };
  const [, at, from] = /^([1-9]\d{0,8})\.(\d{1,10})$/.exec(cursor) ?? [];
  const isOther = snapshot !== undefined && Number(at) !== snapshot;
  if (at !== undefined && !isOther && offset === undefined)
    return { snapshot: Number(at), offset: Number(from) };
  const reason =
    offset === undefined
      ? 'take it from nextCursor of an answer for the same snapshot'
      : 'give offset or cursor';
  throw new AppError('invalid-request', `cursor: ${reason}`, { invalidParams: [{ name: 'cursor', reason }] });
}
