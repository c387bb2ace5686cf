import { countCrossings } from './count-crossings';
import { exchange } from './exchange';
import { initialOrder } from './initial-order';
import { copyOrder, type LayerOrder } from './layer-order';
import type { LayoutInput } from './layout';
import type { ProperGraph } from './proper-graph';
import { sweep } from './sweep';

export type Ordered = { order: LayerOrder; crossings: number };

/** How hard to look for few crossings. Counts, never clocks: the same graph gets the same picture on every machine. */
function budget(nodes: number, effort: LayoutInput['effort']) {
  if (effort === 'rough') return { starts: 1, sweeps: 6, patience: 2, passes: 0 };
  if (nodes <= 150) return { starts: 16, sweeps: 24, patience: 6, passes: 10 };
  if (nodes <= 1_000) return { starts: 8, sweeps: 24, patience: 6, passes: 8 };
  if (nodes <= 8_000) return { starts: 3, sweeps: 20, patience: 5, passes: 6 };
  return { starts: 2, sweeps: 14, patience: 4, passes: 4 };
}

/** Finds an order with few crossings: the best of several starts, each swept to and fro, then improved by swaps. */
export function orderLayers(graph: ProperGraph, effort: LayoutInput['effort']): Ordered {
  const { starts, sweeps, patience, passes } = budget(graph.nodes, effort);
  const key = new Float64Array(graph.nodes);
  let best: Ordered | undefined;
  for (let start = 0; start < starts; start++) {
    const found = sweepFrom(graph, initialOrder(graph, start), sweeps, patience, key);
    if (passes > 0) found.crossings -= exchange(graph, found.order, passes);
    if (!best || found.crossings < best.crossings) best = found;
    if (best.crossings === 0) break;
  }
  return best ?? { order: initialOrder(graph, 0), crossings: 0 };
}

function sweepFrom(
  graph: ProperGraph,
  order: LayerOrder,
  sweeps: number,
  patience: number,
  key: Float64Array,
): Ordered {
  const best: Ordered = { order: copyOrder(order), crossings: countCrossings(graph, order) };
  let idle = 0;
  for (let i = 0; i < sweeps && idle < patience && best.crossings > 0; i++) {
    sweep(graph, order, i % 2 === 0 ? 'right' : 'left', i % 4 < 2 ? 'mean' : 'median', key);
    const crossings = countCrossings(graph, order);
    idle++;
    if (crossings >= best.crossings) continue;
    best.order = copyOrder(order);
    best.crossings = crossings;
    idle = 0;
  }
  return best;
}
