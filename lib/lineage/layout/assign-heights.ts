import type { Adjacency } from './adjacency';
import { type LayerOrder, layerNodes } from './layer-order';
import type { LayoutInput } from './layout';
import type { ProperGraph } from './proper-graph';
import { int, real } from './typed-array';

/** A node without neighbours on the side that pulls stays where it is, but gives way. */
const REST_PULL = 0.02;
/** A node that was on screen wants to stay there more than it wants short edges. */
const KEEP_PULL = 40;

/**
 * The height of every node's port line: short edges, lanes as straight as the cards allow, no overlap. Layer after
 * layer is solved exactly (isotonic regression) with its neighbours fixed, to the right and to the left in turn.
 */
export function assignHeights(
  graph: ProperGraph,
  order: LayerOrder,
  keepPortY: Float64Array | null,
  effort: LayoutInput['effort'],
): Float64Array {
  const y = stackLayers(graph, order, keepPortY);
  const solve = layerSolver(graph, order, y, keepPortY);
  const rounds = effort === 'rough' ? 6 : 16;
  for (let round = 0; round < rounds; round++) {
    const bothSides = round >= 4;
    for (let step = 0; step < graph.layers; step++) {
      if (round % 2 === 0) solve(step, true, bothSides);
      else solve(graph.layers - 1 - step, bothSides, true);
    }
  }
  return y;
}

/** A start: every layer stacked as tightly as it goes, centred on 0; nodes that were on screen where they were. */
function stackLayers(graph: ProperGraph, order: LayerOrder, keepPortY: Float64Array | null): Float64Array {
  const y = new Float64Array(graph.nodes);
  for (let r = 0; r < graph.layers; r++) {
    let bottom = 0;
    for (const v of layerNodes(order, r)) {
      y[v] = bottom + real(graph.above, v);
      bottom = real(y, v) + real(graph.below, v);
    }
    for (const v of layerNodes(order, r)) y[v] = real(y, v) - bottom / 2;
  }
  if (keepPortY)
    for (let v = 0; v < graph.realNodes; v++)
      if (!Number.isNaN(real(keepPortY, v))) y[v] = real(keepPortY, v);
  return y;
}

type LayerSolver = (r: number, pullLeft: boolean, pullRight: boolean) => void;

/**
 * Minimises the sum of `weight * (y - wanted)^2` over one layer while its nodes keep their order and distance:
 * with `z = y - offset` the condition is that z never falls, and pooling adjacent violators is exact.
 */
function layerSolver(
  graph: ProperGraph,
  order: LayerOrder,
  y: Float64Array,
  keepPortY: Float64Array | null,
): LayerSolver {
  const offset = new Float64Array(graph.nodes);
  const poolSum = new Float64Array(graph.nodes);
  const poolWeight = new Float64Array(graph.nodes);
  const poolSize = new Int32Array(graph.nodes);
  const wanted = { sum: 0, weight: 0 };

  const addPulls = (side: Adjacency, own: Float64Array, other: Float64Array, v: number) => {
    for (let p = int(side.start, v); p < int(side.start, v + 1); p++) {
      const e = int(side.edge, p);
      const pull = real(graph.pull, e);
      wanted.sum += pull * (real(y, int(side.node, p)) + real(other, e) - real(own, e));
      wanted.weight += pull;
    }
  };

  return (r, pullLeft, pullRight) => {
    const layer = layerNodes(order, r);
    let pools = 0;
    for (let i = 0; i < layer.length; i++) {
      const v = int(layer, i);
      const above =
        i === 0 ? 0 : real(offset, i - 1) + real(graph.below, int(layer, i - 1)) + real(graph.above, v);
      offset[i] = above;
      wanted.sum = 0;
      wanted.weight = 0;
      if (pullLeft) addPulls(graph.toLeft, graph.rightPort, graph.leftPort, v);
      if (pullRight) addPulls(graph.toRight, graph.leftPort, graph.rightPort, v);
      if (wanted.weight === 0) {
        wanted.weight = REST_PULL;
        wanted.sum = REST_PULL * real(y, v);
      }
      if (keepPortY && v < graph.realNodes && !Number.isNaN(real(keepPortY, v))) {
        wanted.weight += KEEP_PULL;
        wanted.sum += KEEP_PULL * real(keepPortY, v);
      }
      poolSum[pools] = wanted.sum - wanted.weight * above;
      poolWeight[pools] = wanted.weight;
      poolSize[pools] = 1;
      pools++;
      while (pools > 1 && poolMean(pools - 2) >= poolMean(pools - 1)) {
        pools--;
        poolSum[pools - 1] = real(poolSum, pools - 1) + real(poolSum, pools);
        poolWeight[pools - 1] = real(poolWeight, pools - 1) + real(poolWeight, pools);
        poolSize[pools - 1] = int(poolSize, pools - 1) + int(poolSize, pools);
      }
    }
    for (let pool = 0, i = 0; pool < pools; pool++) {
      const z = poolMean(pool);
      for (const end = i + int(poolSize, pool); i < end; i++) y[int(layer, i)] = z + real(offset, i);
    }
  };

  function poolMean(pool: number): number {
    return real(poolSum, pool) / real(poolWeight, pool);
  }
}
