import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { read } from '@/lib/workspace/server/read';
import type { listDatasets as endpoint } from '../contract';
import { snapshotAt } from './dataset-at';
import { findDatasets } from './find-datasets';
import { summariseDatasets } from './summarise-datasets';

/** Datasets by name, in pages. @throws AppError stale-snapshot, invalid-request (cursor), deadline */
export async function listDatasets(
  { snapshot: asked, q = '', limit, cursor }: EndpointInput<typeof endpoint>['query'],
  signal?: AbortSignal,
): Promise<EndpointResponse<typeof endpoint>> {
  const from = cursor === undefined ? 0 : offsetOf(cursor);
  return read(
    async (db) => {
      const snapshot = await snapshotAt(db, asked);
      const all = (await findDatasets(db, { snapshot })).filter(({ name }) =>
        name.toLowerCase().includes(q.toLowerCase()),
      );
      const found = await summariseDatasets(db, all.slice(from, from + limit), snapshot);
      const items = found.map(({ loads: _, rejected: __, ...summary }) => summary);
      const next = from + items.length;
      return { snapshot, items, total: all.length, nextCursor: next < all.length ? String(next) : null };
    },
    { signal },
  );
}

function offsetOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const reason = 'take it from nextCursor of the page before';
  throw new AppError('invalid-request', `cursor: ${reason}`, { invalidParams: [{ name: 'cursor', reason }] });
}
