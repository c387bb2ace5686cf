import type { Adjacency } from './adjacency';
import { type LayerOrder, layerNodes } from './layer-order';
import type { ProperGraph } from './proper-graph';
import { int } from './typed-array';

/**
 * Swaps neighbours in a layer wherever that takes crossings away, until a pass finds nothing or `passes` are done.
 * `mayNotSwap` names pairs whose order must stay.
 * @returns how many crossings went away
 */
export function exchange(
  graph: ProperGraph,
  order: LayerOrder,
  passes: number,
  mayNotSwap: (above: number, below: number) => boolean = () => false,
): number {
  let total = 0;
  for (let pass = 0; pass < passes; pass++) {
    let gained = 0;
    for (let r = 0; r < graph.layers; r++) gained += exchangeLayer(graph, order, r, mayNotSwap);
    total += gained;
    if (gained === 0) break;
  }
  return total;
}

function exchangeLayer(
  graph: ProperGraph,
  order: LayerOrder,
  r: number,
  mayNotSwap: (above: number, below: number) => boolean,
): number {
  const layer = layerNodes(order, r);
  for (const v of layer) {
    sortNeighbours(graph.toLeft, order, v);
    sortNeighbours(graph.toRight, order, v);
  }
  let gained = 0;
  for (let i = 0; i + 1 < layer.length; i++) {
    const u = int(layer, i);
    const v = int(layer, i + 1);
    if (mayNotSwap(u, v)) continue;
    const gain =
      crossingGain(graph, graph.toLeft, order, u, v) + crossingGain(graph, graph.toRight, order, u, v);
    if (gain <= 0) continue;
    layer[i] = v;
    layer[i + 1] = u;
    order.place[v] = i;
    order.place[u] = i + 1;
    gained += gain;
  }
  return gained;
}

/** Neighbour lists are short and nearly sorted after the first pass: insertion sort. */
function sortNeighbours(side: Adjacency, order: LayerOrder, v: number): void {
  const { node, edge } = side;
  const first = int(side.start, v);
  const end = int(side.start, v + 1);
  for (let p = first + 1; p < end; p++) {
    const w = int(node, p);
    const e = int(edge, p);
    const place = int(order.place, w);
    let q = p - 1;
    for (; q >= first && int(order.place, int(node, q)) > place; q--) {
      node[q + 1] = int(node, q);
      edge[q + 1] = int(edge, q);
    }
    node[q + 1] = w;
    edge[q + 1] = e;
  }
}

/** Crossings between the edges of `u` and `v` with `u` above `v`, minus those with `v` above `u`. */
function crossingGain(graph: ProperGraph, side: Adjacency, order: LayerOrder, u: number, v: number): number {
  const { start, node, edge } = side;
  const { place } = order;
  const { carries } = graph;
  const endU = int(start, u + 1);
  const endV = int(start, v + 1);
  let before = 0;
  let after = 0;
  let weightV = 0;
  for (let q = int(start, v); q < endV; q++) weightV += int(carries, int(edge, q));
  let under = 0;
  let upTo = 0;
  let qUnder = int(start, v);
  let qUpTo = qUnder;
  for (let p = int(start, u); p < endU; p++) {
    const at = int(place, int(node, p));
    for (; qUnder < endV && int(place, int(node, qUnder)) < at; qUnder++)
      under += int(carries, int(edge, qUnder));
    for (; qUpTo < endV && int(place, int(node, qUpTo)) <= at; qUpTo++)
      upTo += int(carries, int(edge, qUpTo));
    const weight = int(carries, int(edge, p));
    before += weight * under;
    after += weight * (weightV - upTo);
  }
  return before - after;
}
