import type { Edge } from '@/lib/lineage/contract';
import { at, type LineageGraph, neighbours } from './graph';
import { toEdge } from './to-edge';

/** The edges from one object to another, at most one for each kind. */
export function edgesBetween({ edges }: LineageGraph, from: number, to: number): number[] {
  let low = at(edges.starts, from);
  const end = at(edges.starts, from + 1);
  for (let high = end; low < high; ) {
    const middle = (low + high) >>> 1;
    if (at(edges.to, middle) < to) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let edge = low; edge < end && edges.to[edge] === to; edge += 1) found.push(edge);
  return found;
}

/** All edges whose ends are both in the set, self-loops included, in the order of the graph. */
export function edgesAmong(graph: LineageGraph, objects: ReadonlySet<number>): Edge[] {
  return [...objects]
    .sort((a, b) => a - b)
    .flatMap((from) => {
      const start = at(graph.edges.starts, from);
      return Array.from(graph.edges.to.subarray(start, at(graph.edges.starts, from + 1)), (to, i) => ({
        edge: start + i,
        to,
      }));
    })
    .filter(({ to }) => objects.has(to))
    .map(({ edge }) => toEdge(graph, edge));
}

/** Every edge of one object; a self-loop is in both lists. */
export function edgesOf(graph: LineageGraph, object: number): { incoming: Edge[]; outgoing: Edge[] } {
  const sides = (adjacency: LineageGraph['up']) =>
    [object, ...neighbours(adjacency, object)].sort((a, b) => a - b);
  return {
    incoming: sides(graph.up)
      .flatMap((from) => edgesBetween(graph, from, object))
      .map((e) => toEdge(graph, e)),
    outgoing: sides(graph.down)
      .flatMap((to) => edgesBetween(graph, object, to))
      .map((e) => toEdge(graph, e)),
  };
}
