import { ColumnEdgeKind } from '@/lib/lineage/contract';
import { at, type Direction } from '../graph/graph';
import type { ColumnGraph } from './column-graph';

/** Codes of kinds are positions in this list. */
export const COLUMN_EDGE_KINDS: readonly ColumnEdgeKind[] = ColumnEdgeKind.options;

const INFLUENCE = new Set([COLUMN_EDGE_KINDS.indexOf('filter'), COLUMN_EDGE_KINDS.indexOf('join')]);

/** Calls `visit` with each edge of a place on one side and the place at its other end; filters and joins only on request. */
export function forEachEdge(
  graph: ColumnGraph,
  place: number,
  { direction, influence }: { direction: Direction; influence: boolean },
  visit: (edge: number, other: number) => void,
): void {
  const { edges, into } = graph;
  const isUp = direction === 'up';
  const starts = isUp ? into.starts : edges.starts;
  const end = at(starts, place + 1);
  for (let i = at(starts, place); i < end; i += 1) {
    const edge = isUp ? at(into.edges, i) : i;
    if (!influence && INFLUENCE.has(at(edges.kind, edge))) continue;
    visit(edge, at(isUp ? edges.from : edges.to, edge));
  }
}

/** The places that can be reached on one side, nearest first, the roots included; distances are -1 elsewhere. */
export type ColumnReach = {
  readonly distance: Int32Array;
  readonly places: readonly number[];
  /** Hops to the farthest one. */
  readonly levels: number;
};

/**
 * Hops from the nearest of `roots` to every place on one side, -1 where there is no way. A step from object to object is one
 * hop; steps inside an object are none: between its local columns, and, with influence, between its rows as a whole and each
 * of its columns, since what decides on the rows decides on every value in them.
 */
export function reachColumns(
  graph: ColumnGraph,
  roots: Iterable<number>,
  side: { direction: Direction; influence: boolean },
): ColumnReach {
  const distance = new Int32Array(graph.size).fill(-1);
  const places: number[] = [];
  let level = 0;
  let next = [...roots];
  while (next.length > 0) {
    const stack = next;
    next = [];
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      if (at(distance, place) !== -1) continue;
      distance[place] = level;
      places.push(place);
      const object = at(graph.objects, place);
      const go = (other: number) => {
        if (at(distance, other) === -1) (at(graph.objects, other) === object ? stack : next).push(other);
      };
      forEachEdge(graph, place, side, (_, other) => go(other));
      if (side.influence) forEachInfluenced(graph, place, side.direction, go);
    }
    level += 1;
  }
  const farthest = places.at(-1);
  return { distance, places, levels: farthest === undefined ? 0 : at(distance, farthest) };
}

/** Up: from a column to the object as a whole. Down: from the object as a whole to its columns. */
function forEachInfluenced(
  graph: ColumnGraph,
  place: number,
  direction: Direction,
  visit: (other: number) => void,
): void {
  const object = at(graph.objects, place);
  const first = at(graph.starts, object);
  if (graph.names[first] !== '') return;
  if (direction === 'up') {
    if (place !== first) visit(first);
  } else if (place === first) {
    for (let other = first + 1; other < at(graph.starts, object + 1); other += 1) visit(other);
  }
}
