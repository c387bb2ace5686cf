import { describe, expect, it } from 'vitest';
import { countCrossings } from './count-crossings';
import { exchange } from './exchange';
import { initialOrder } from './initial-order';
import { type LayerOrder, orderByKey } from './layer-order';
import { orderLayers } from './order-layers';
import { buildProperGraph, type ProperGraph } from './proper-graph';
import { generateTrace } from './testing/generate-trace';

const properGraph = (size: number, seed: number): ProperGraph => {
  const input = generateTrace(size, seed);
  const first = Math.min(...input.depth);
  return buildProperGraph(input, first, Math.max(...input.depth) - first + 1);
};

/** Crossings by comparing every pair of edges. */
function countByPairs(graph: ProperGraph, { place }: LayerOrder): number {
  let crossings = 0;
  for (let e = 0; e < graph.left.length; e++) {
    for (let f = 0; f < e; f++) {
      const [a, b] = [graph.left[e] as number, graph.right[e] as number];
      const [c, d] = [graph.left[f] as number, graph.right[f] as number];
      if (graph.layer[a] !== graph.layer[c]) continue;
      const side = ((place[a] ?? 0) - (place[c] ?? 0)) * ((place[b] ?? 0) - (place[d] ?? 0));
      if (side < 0) crossings += (graph.carries[e] ?? 0) * (graph.carries[f] ?? 0);
    }
  }
  return crossings;
}

/** Nodes in the order in which they arrive: no ordering at all. */
const naiveOrder = (graph: ProperGraph) =>
  orderByKey(
    graph,
    Float64Array.from({ length: graph.nodes }, (_, v) => v),
  );

describe('crossings', () => {
  it.each([1, 2, 3, 4])('are counted exactly (seed %i)', (seed) => {
    const graph = properGraph(120, seed);
    for (const start of [0, 1, 2]) {
      const order = initialOrder(graph, start);
      expect(countCrossings(graph, order)).toBe(countByPairs(graph, order));
    }
  });

  it.each([5, 6])('fall by exactly what the exchange reports (seed %i)', (seed) => {
    const graph = properGraph(150, seed);
    const order = naiveOrder(graph);
    const before = countCrossings(graph, order);
    const gained = exchange(graph, order, 5);
    expect(gained).toBeGreaterThan(0);
    expect(countCrossings(graph, order)).toBe(before - gained);
  });

  it.each([
    [50, 1],
    [200, 2],
    [600, 3],
    [1500, 4],
  ])('are less than half of those of the naive order (%i nodes, seed %i)', (size, seed) => {
    const graph = properGraph(size, seed);
    const { order, crossings } = orderLayers(graph, 'full');
    expect(crossings).toBe(countCrossings(graph, order));
    expect(crossings).toBeLessThan(countCrossings(graph, naiveOrder(graph)) / 2);
  });
});
