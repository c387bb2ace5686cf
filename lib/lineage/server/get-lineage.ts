import 'server-only';
import type { z } from 'zod';
import type { getLineage as endpoint, Trace } from '../contract';
import { trace } from '../graph/trace';
import { graphOf } from './graph-of';
import { requireObject } from './require-object';

/** The lineage of one object. @throws AppError not-found, invalid-request (ambiguous name), stale-snapshot */
export async function getLineage(query: z.output<(typeof endpoint)['query']>): Promise<Trace> {
  const started = performance.now();
  const graph = await graphOf(query.snapshot);
  const { up, down, expand, limit } = query;
  const found = trace(graph, { root: requireObject(graph, query.object), up, down, expand, limit });
  return { ...found, answeredInMs: performance.now() - started };
}
