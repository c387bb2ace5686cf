import 'server-only';
import type { z } from 'zod';
import type { getEvidence as endpoint } from '../contract';
import { declaringSources } from '../graph/declaring-sources';
import { edgesOf } from '../graph/edges-among';
import { neighbours } from '../graph/graph';
import { toNode } from '../graph/to-node';
import { graphOf } from './graph-of';
import { notReadAmong } from './not-read-among';
import { readingsOf } from './readings-of';
import { requireObject } from './require-object';

/**
 * Every proof of every edge of one object, with its neighbours in display order; a self-loop is both incoming and
 * outgoing. @throws AppError not-found, invalid-request (ambiguous name), stale-snapshot
 */
export async function getEvidence(
  reference: string,
  snapshot?: number,
): Promise<z.output<(typeof endpoint)['response']>> {
  const graph = await graphOf(snapshot);
  const object = requireObject(graph, reference);
  const around = new Set([...neighbours(graph.up, object), ...neighbours(graph.down, object)]);
  const neighbourNodes = [...around].sort((a, b) => a - b).map((neighbour) => toNode(graph, neighbour));
  const self = toNode(graph, object);
  return {
    snapshot: graph.snapshot,
    object: self.id,
    ...edgesOf(graph, object),
    neighbours: neighbourNodes,
    notRead: notReadAmong(await readingsOf(graph), graph, [self, ...neighbourNodes]),
    declaring: [...declaringSources(graph)],
  };
}
