import type { ObjectSummary } from '@/lib/catalog/contract';
import type { LineageGraph } from '@/lib/lineage/graph/graph';
import { toNode } from '@/lib/lineage/graph/to-node';
import { writeObjectCursor } from './object-cursor';
import { type ObjectFilter, objectFilter } from './object-filter';

type ObjectPage = { snapshot: number; items: ObjectSummary[]; nextCursor: string | null; total: number };

/** One page of the objects that match, in display order, from object number `start` on; `total` counts all that match. */
export function objectsOf(
  graph: LineageGraph,
  filter: ObjectFilter,
  { start, limit }: { start: number; limit: number },
): ObjectPage {
  const matches = objectFilter(graph, filter);
  const items: ObjectSummary[] = [];
  let total = 0;
  let next: number | undefined;
  for (let object = 0; object < graph.size; object += 1) {
    if (!matches(object)) continue;
    total += 1;
    if (object < start) continue;
    if (items.length < limit) items.push(toNode(graph, object));
    else next ??= object;
  }
  const { snapshot } = graph;
  return {
    snapshot,
    items,
    nextCursor: next === undefined ? null : writeObjectCursor({ snapshot, object: next }),
    total,
  };
}
