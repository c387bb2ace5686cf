import type { Adjacency } from './adjacency';
import { type LayerOrder, layerNodes, sortLayer } from './layer-order';
import type { ProperGraph } from './proper-graph';
import { int, real } from './typed-array';

/** Which neighbours pull a layer: `right` sorts from left to right by the left neighbours, `left` the other way. */
export type SweepDirection = 'right' | 'left';

/**
 * Sorts every layer by the mean or the median place of the neighbours in the layer before. Nodes without a neighbour
 * there stay about where they are. `key` is scratch space for all nodes. Layers that `isFixed` names are left alone.
 */
export function sweep(
  graph: ProperGraph,
  order: LayerOrder,
  direction: SweepDirection,
  middle: 'mean' | 'median',
  key: Float64Array,
  isFixed: (r: number) => boolean = () => false,
): void {
  const side = direction === 'right' ? graph.toLeft : graph.toRight;
  const ports = direction === 'right' ? graph.leftPort : graph.rightPort;
  const center = middle === 'mean' ? meanPlace : medianPlace;
  for (let step = 1; step < graph.layers; step++) {
    const r = direction === 'right' ? step : graph.layers - 1 - step;
    if (isFixed(r)) continue;
    const fixed = direction === 'right' ? r - 1 : r + 1;
    const fixedSize = Math.max(1, layerNodes(order, fixed).length);
    const layer = layerNodes(order, r);
    for (let i = 0; i < layer.length; i++) {
      const v = int(layer, i);
      const place = center(graph, side, ports, order, v);
      key[v] = place < 0 ? (i + 0.5) / layer.length : (place + 0.5) / fixedSize;
    }
    sortLayer(order, r, key);
  }
}

/** The place of a neighbour, and how far down it the port of an edge is: a share of its height. */
function placeOfPort(
  graph: ProperGraph,
  side: Adjacency,
  ports: Float64Array,
  order: LayerOrder,
  p: number,
): number {
  const node = int(side.node, p);
  const port = real(ports, int(side.edge, p));
  const place = int(order.place, node);
  return port === 0 ? place : place + port / (real(graph.above, node) + real(graph.below, node));
}

function meanPlace(
  graph: ProperGraph,
  side: Adjacency,
  ports: Float64Array,
  order: LayerOrder,
  v: number,
): number {
  let sum = 0;
  let weight = 0;
  const end = int(side.start, v + 1);
  for (let p = int(side.start, v); p < end; p++) {
    const carried = int(graph.carries, int(side.edge, p));
    sum += carried * placeOfPort(graph, side, ports, order, p);
    weight += carried;
  }
  return weight === 0 ? -1 : sum / weight;
}

const places: number[] = [];

function medianPlace(
  graph: ProperGraph,
  side: Adjacency,
  ports: Float64Array,
  order: LayerOrder,
  v: number,
): number {
  places.length = 0;
  const end = int(side.start, v + 1);
  for (let p = int(side.start, v); p < end; p++) {
    places.push(placeOfPort(graph, side, ports, order, p));
  }
  if (places.length === 0) return -1;
  places.sort((a, b) => a - b);
  const low = places[(places.length - 1) >> 1] as number;
  const high = places[places.length >> 1] as number;
  return (low + high) / 2;
}
