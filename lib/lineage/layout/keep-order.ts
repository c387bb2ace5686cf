import { countCrossings } from './count-crossings';
import { exchange } from './exchange';
import { layerNodes, orderByKey } from './layer-order';
import type { Ordered } from './order-layers';
import type { ProperGraph } from './proper-graph';
import { sweep } from './sweep';
import { int, real } from './typed-array';

const ROUNDS = 12;
const SWEEPS = 6;
const PASSES = 4;

/**
 * An order in which the nodes that were on screen (`portY` is a number) keep their order in their column. New nodes and
 * lanes go where their neighbours are; columns of new nodes only are swept; then all but the old ones among themselves
 * swap places as long as that takes crossings away.
 */
export function keepOrder(graph: ProperGraph, portY: Float64Array): Ordered {
  const key = new Float64Array(graph.nodes).fill(Number.NaN);
  key.set(portY.subarray(0, graph.realNodes));
  for (let round = 0; round < ROUNDS && spreadOnce(graph, key); round++);
  for (let v = 0; v < graph.nodes; v++) if (Number.isNaN(real(key, v))) key[v] = 0;
  const order = orderByKey(graph, key);
  const isOld = (v: number) => v < graph.realNodes && !Number.isNaN(real(portY, v));
  const hasOld = Array.from({ length: graph.layers }, (_, r) => layerNodes(order, r).some(isOld));
  for (let i = 0; i < SWEEPS; i++) {
    sweep(graph, order, i % 2 === 0 ? 'right' : 'left', 'mean', key, (r) => hasOld[r] === true);
  }
  exchange(graph, order, PASSES, (u, v) => isOld(u) && isOld(v));
  return { order, crossings: countCrossings(graph, order) };
}

/** Gives nodes without a key the mean key of their neighbours that have one; false when nothing was left to give. */
function spreadOnce(graph: ProperGraph, key: Float64Array): boolean {
  const known = key.slice();
  let given = false;
  for (let v = 0; v < graph.nodes; v++) {
    if (!Number.isNaN(real(known, v))) continue;
    let sum = 0;
    let count = 0;
    for (const side of [graph.toLeft, graph.toRight]) {
      for (let p = int(side.start, v); p < int(side.start, v + 1); p++) {
        const y = real(known, int(side.node, p));
        if (Number.isNaN(y)) continue;
        sum += y;
        count++;
      }
    }
    if (count === 0) continue;
    key[v] = sum / count;
    given = true;
  }
  return given;
}
