import 'server-only';
import type { z } from 'zod';
import type { listSchemas as endpoint } from '@/lib/catalog/contract';
import { schemasOf } from '@/lib/catalog/explorer/schemas-of';
import { graphOf } from '@/lib/lineage/server/graph-of';

/** The explorer's tree. @throws AppError stale-snapshot */
export async function listSchemas(
  query: z.output<(typeof endpoint)['query']>,
): Promise<z.output<(typeof endpoint)['response']>> {
  return schemasOf(await graphOf(query.snapshot), query);
}
