import 'server-only';
import type { z } from 'zod';
import type { getLineage as endpoint } from '../contract';
import { declaringSources } from '../graph/declaring-sources';
import { trace } from '../graph/trace';
import { getColumnLineage } from './get-column-lineage';
import { graphOf } from './graph-of';
import { notReadAmong } from './not-read-among';
import { readingsOf } from './readings-of';
import { requireObject } from './require-object';

/**
 * The lineage of one object, or of one of its columns.
 * @throws AppError not-found, invalid-request (ambiguous name), stale-snapshot
 */
export async function getLineage(
  query: z.output<(typeof endpoint)['query']>,
): Promise<z.output<(typeof endpoint)['response']>> {
  const started = performance.now();
  const graph = await graphOf(query.snapshot);
  const root = requireObject(graph, query.object);
  const { up, down, expand, limit } = query;
  const found =
    query.level === 'column'
      ? await getColumnLineage(graph, root, query)
      : trace(graph, { root, up, down, expand, limit });
  const notRead = notReadAmong(await readingsOf(graph), graph, found.nodes);
  const declaring = [...declaringSources(graph)];
  return { ...found, notRead, declaring, answeredInMs: performance.now() - started };
}
