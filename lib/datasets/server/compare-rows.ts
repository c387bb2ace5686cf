import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { quoteName } from '@/lib/workspace/quote';
import { read } from '@/lib/workspace/server/read';
import type { Reader } from '@/lib/workspace/server/reader';
import type { compareRows as endpoint } from '../contract';
import { type Dataset, dataTable } from '../dataset';
import { datasetAt, snapshotAt } from './dataset-at';
import { columnsOf } from './list-rows';
import { type ReadRow, readRows } from './read-rows';

type Query = EndpointInput<typeof endpoint>['query'];
type Comparison = EndpointResponse<typeof endpoint>;

const ORIGIN = ['_import', '_file', '_record'];

/**
 * The rows that differ between two snapshots; a row that ended and came back with the same values does not differ.
 * @throws AppError not-found, stale-snapshot, invalid-request (cursor, from after to), deadline
 */
export async function compareRows(name: string, query: Query, signal?: AbortSignal): Promise<Comparison> {
  const offset = offsetOf(query.cursor);
  return read(
    async (db) => {
      const { dataset, snapshot: to } = await datasetAt(db, name, query.to);
      const from = await snapshotAt(db, query.from);
      if (from > to) throw invalid('from', `snapshot #${from} is newer than #${to}`);
      const changes = changesSql(dataset);
      const params = { from, to };
      const counts = await db.one(
        z.object({ added: z.int(), changed: z.int(), removed: z.int() }),
        `SELECT count(*) FILTER (change = 'added') AS added, count(*) FILTER (change = 'changed') AS changed,
           count(*) FILTER (change = 'removed') AS removed FROM ${changes} AS d`,
        params,
      );
      const page = await db.all(
        z.object({
          change: z.enum(['added', 'changed', 'removed']),
          b: z.int().nullable(),
          a: z.int().nullable(),
        }),
        `SELECT change, b, a FROM ${changes} AS d WHERE $change IS NULL OR change = $change
         ORDER BY coalesce(a, b), b LIMIT $most OFFSET $offset`,
        { ...params, change: query.change ?? null, most: query.limit + 1, offset },
      );
      const shown = page.slice(0, query.limit);
      const rows = await rowsById(
        db,
        dataset,
        shown.flatMap(({ a, b }) => [a ?? [], b ?? []].flat()),
      );
      return {
        from,
        to,
        columns: columnsOf(dataset),
        ...(counts ?? { added: 0, changed: 0, removed: 0 }),
        items: shown.map(({ change, a, b }) => toItem(change, rows.get(b ?? -1), rows.get(a ?? -1))),
        nextCursor: page.length > shown.length ? String(offset + shown.length) : null,
      };
    },
    { signal },
  );
}

/** Row ids before (`b`) and after (`a`) of every row that differs. */
function changesSql(dataset: Dataset): string {
  const table = dataTable(dataset);
  const key = table.key.length > 0 ? table.key : ORIGIN;
  const visible = (snapshot: string) => `(_from <= ${snapshot} AND (_to IS NULL OR _to > ${snapshot}))`;
  const part = (at: string, other: string) =>
    `(SELECT rowid AS id, true AS there, ${key.map((name, index) => `${quoteName(name)} AS k${index}`).join(', ')},
        ${table.columns.map((name, index) => `${quoteName(name)} AS v${index}`).join(', ')}
      FROM ${quoteName(table.name)} WHERE ${visible(at)} AND NOT ${visible(other)})`;
  const match = key.map((_, index) => `b.k${index} = a.k${index}`).join(' AND ');
  const differs = table.columns.map((_, index) => `b.v${index} IS DISTINCT FROM a.v${index}`).join(' OR ');
  return `(SELECT b.id AS b, a.id AS a,
      CASE WHEN b.there IS NULL THEN 'added' WHEN a.there IS NULL THEN 'removed' ELSE 'changed' END AS change
    FROM ${part('$from', '$to')} AS b FULL JOIN ${part('$to', '$from')} AS a ON ${match}
    WHERE b.there IS NULL OR a.there IS NULL OR ${differs})`;
}

async function rowsById(db: Reader, dataset: Dataset, ids: readonly number[]): Promise<Map<number, ReadRow>> {
  if (ids.length === 0) return new Map();
  const order = await db.columns(
    `SELECT rowid AS id FROM ${quoteName(dataset.table)} AS r WHERE rowid = ANY($ids) ORDER BY rowid`,
    { ids },
  );
  const rows = await readRows(
    db,
    dataset,
    `${quoteName(dataset.table)} AS r WHERE r.rowid = ANY($ids) ORDER BY r.rowid`,
    { ids },
  );
  return new Map(rows.map((row, index) => [Number(order.id?.[index]), row]));
}

function toItem(
  change: 'added' | 'changed' | 'removed',
  before: ReadRow | undefined,
  after: ReadRow | undefined,
): Comparison['items'][number] {
  const side = (row: ReadRow | undefined) =>
    row === undefined ? null : { values: row.values, from: row.from };
  const names = Object.keys(before?.values ?? {});
  return {
    change,
    before: side(before),
    after: side(after),
    columns: change === 'changed' ? names.filter((name) => before?.values[name] !== after?.values[name]) : [],
  };
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw invalid('cursor', 'take it from nextCursor of the page before');
}

function invalid(name: string, reason: string): AppError {
  return new AppError('invalid-request', `${name}: ${reason}`, { invalidParams: [{ name, reason }] });
}
