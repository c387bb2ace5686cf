import 'server-only';
import type { z } from 'zod';
import type { listSchemas as endpoint } from '@/lib/catalog/contract';
import { schemasOf } from '@/lib/catalog/explorer/schemas-of';
import { graphOf } from '@/lib/lineage/server/graph-of';
import { readingsOf } from '@/lib/lineage/server/readings-of';

/** The explorer's tree. @throws AppError stale-snapshot */
export async function listSchemas(
  query: z.output<(typeof endpoint)['query']>,
): Promise<z.output<(typeof endpoint)['response']>> {
  const graph = await graphOf(query.snapshot);
  const { unread } = await readingsOf(graph);
  const { q, type } = query;
  return schemasOf(graph, { q, type, among: query.unread === 'true' ? unread : undefined }, unread);
}
