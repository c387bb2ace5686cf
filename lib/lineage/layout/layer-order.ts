import type { ProperGraph } from './proper-graph';
import { int } from './typed-array';

/** The vertical order of all layers: `nodes[start[r] .. start[r + 1] - 1]` is layer `r`; `place` is a node's index in it. */
export type LayerOrder = { start: Int32Array; nodes: Int32Array; place: Int32Array };

/** An order whose layers list their nodes by rising `key`; equal keys by node. */
export function orderByKey(graph: ProperGraph, key: Float64Array): LayerOrder {
  const start = new Int32Array(graph.layers + 1);
  for (const r of graph.layer) start[r + 1] = int(start, r + 1) + 1;
  for (let r = 0; r < graph.layers; r++) start[r + 1] = int(start, r + 1) + int(start, r);
  const next = start.slice(0, graph.layers);
  const nodes = new Int32Array(graph.nodes);
  for (let v = 0; v < graph.nodes; v++) {
    const r = int(graph.layer, v);
    nodes[int(next, r)] = v;
    next[r] = int(next, r) + 1;
  }
  const order = { start, nodes, place: new Int32Array(graph.nodes) };
  for (let r = 0; r < graph.layers; r++) sortLayer(order, r, key);
  return order;
}

/** Sorts layer `r` by `key`; nodes with equal keys stay in their order. */
export function sortLayer(order: LayerOrder, r: number, key: Float64Array): void {
  const layer = layerNodes(order, r);
  const { place } = order;
  layer.sort(
    (a, b) => (key[a] as number) - (key[b] as number) || (place[a] as number) - (place[b] as number),
  );
  for (let i = 0; i < layer.length; i++) place[int(layer, i)] = i;
}

/** The nodes of layer `r` from top to bottom; a view, not a copy. */
export function layerNodes(order: LayerOrder, r: number): Int32Array {
  return order.nodes.subarray(int(order.start, r), int(order.start, r + 1));
}

export function copyOrder(order: LayerOrder): LayerOrder {
  return { start: order.start, nodes: order.nodes.slice(), place: order.place.slice() };
}
