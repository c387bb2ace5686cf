import 'server-only';
import type { z } from 'zod';
import type { listObjects as endpoint } from '@/lib/catalog/contract';
import { readObjectCursor } from '@/lib/catalog/explorer/object-cursor';
import { objectsOf } from '@/lib/catalog/explorer/objects-of';
import { AppError } from '@/lib/errors/app-error';
import { graphOf } from '@/lib/lineage/server/graph-of';
import { readingsOf } from '@/lib/lineage/server/readings-of';

/** One page of the objects that match. @throws AppError stale-snapshot, invalid-request (cursor) */
export async function listObjects(
  query: z.output<(typeof endpoint)['query']>,
): Promise<z.output<(typeof endpoint)['response']>> {
  const cursor = query.cursor === undefined ? undefined : readObjectCursor(query.cursor);
  if (cursor && query.snapshot !== undefined && query.snapshot !== cursor.snapshot) {
    throw new AppError('invalid-request', `The cursor belongs to snapshot #${cursor.snapshot}.`, {
      invalidParams: [{ name: 'cursor', reason: `of snapshot #${cursor.snapshot}, not #${query.snapshot}` }],
    });
  }
  const graph = await graphOf(cursor?.snapshot ?? query.snapshot);
  const among = query.unread === 'true' ? (await readingsOf(graph)).unread : undefined;
  return objectsOf(graph, { ...query, among }, { start: cursor?.object ?? 0, limit: query.limit });
}
