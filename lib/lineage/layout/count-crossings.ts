import { type LayerOrder, layerNodes } from './layer-order';
import type { ProperGraph } from './proper-graph';
import { int } from './typed-array';

/** How many pairs of drawn edges cross, over all layers: weighted inversions, counted with a Fenwick tree. */
export function countCrossings(graph: ProperGraph, order: LayerOrder): number {
  let widest = 0;
  for (let r = 0; r < graph.layers; r++) widest = Math.max(widest, layerNodes(order, r).length);
  const tree = new Int32Array(widest + 1);
  let crossings = 0;
  for (let r = 0; r + 1 < graph.layers; r++) crossings += crossingsAfterLayer(graph, order, r, tree);
  return crossings;
}

/** Crossings between layers `r` and `r + 1`. `tree` is scratch space, longer than layer `r + 1`. */
function crossingsAfterLayer(graph: ProperGraph, order: LayerOrder, r: number, tree: Int32Array): number {
  const { start, node, edge } = graph.toRight;
  const { place } = order;
  const size = layerNodes(order, r + 1).length;
  tree.fill(0, 0, size + 1);
  let crossings = 0;
  let seen = 0;
  for (const u of layerNodes(order, r)) {
    const end = int(start, u + 1);
    for (let p = int(start, u); p < end; p++) {
      let notBelow = 0;
      for (let i = int(place, int(node, p)) + 1; i > 0; i -= i & -i) notBelow += int(tree, i);
      crossings += (seen - notBelow) * int(graph.carries, int(edge, p));
    }
    for (let p = int(start, u); p < end; p++) {
      const weight = int(graph.carries, int(edge, p));
      for (let i = int(place, int(node, p)) + 1; i <= size; i += i & -i) tree[i] = int(tree, i) + weight;
      seen += weight;
    }
  }
  return crossings;
}
