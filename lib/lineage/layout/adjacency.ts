import { int } from './typed-array';

/** Neighbours in one direction: those of `v` are `node[start[v] .. start[v + 1] - 1]`, over the edges `edge[...]`. */
export type Adjacency = { start: Int32Array; node: Int32Array; edge: Int32Array };

/** Groups the edges by their first end; edges of a node keep their order. */
export function buildAdjacency(nodes: number, first: Int32Array, second: Int32Array): Adjacency {
  const start = new Int32Array(nodes + 1);
  for (const v of first) start[v + 1] = int(start, v + 1) + 1;
  for (let v = 0; v < nodes; v++) start[v + 1] = int(start, v + 1) + int(start, v);
  const next = start.slice(0, nodes);
  const node = new Int32Array(first.length);
  const edge = new Int32Array(first.length);
  for (let e = 0; e < first.length; e++) {
    const v = int(first, e);
    const at = int(next, v);
    next[v] = at + 1;
    node[at] = int(second, e);
    edge[at] = e;
  }
  return { start, node, edge };
}
