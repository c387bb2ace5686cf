import { type LayerOrder, orderByKey } from './layer-order';
import type { ProperGraph } from './proper-graph';
import { int } from './typed-array';

/**
 * A first order: nodes in the order in which a depth-first walk meets them. Every `start` walks differently (from the
 * left, from the right, then from nodes in a fixed pseudo-random order), always in the same way for the same graph.
 */
export function initialOrder(graph: ProperGraph, start: number): LayerOrder {
  const key = new Float64Array(graph.nodes).fill(-1);
  const roots = rootsOf(graph, start);
  const stack: number[] = [];
  let met = 0;
  for (const origin of roots) {
    if (key[origin] !== -1) continue;
    stack.push(origin);
    while (stack.length > 0) {
      const v = stack.pop() as number;
      if (key[v] !== -1) continue;
      key[v] = met++;
      const sides = start % 2 === 0 ? [graph.toLeft, graph.toRight] : [graph.toRight, graph.toLeft];
      for (const side of sides) {
        for (let p = int(side.start, v + 1) - 1; p >= int(side.start, v); p--) {
          const w = int(side.node, p);
          if (key[w] === -1) stack.push(w);
        }
      }
    }
  }
  return orderByKey(graph, key);
}

function rootsOf(graph: ProperGraph, start: number): number[] {
  const roots = Array.from({ length: graph.nodes }, (_, v) => v);
  const direction = start === 1 ? -1 : 1;
  if (start < 2)
    return roots.sort((a, b) => direction * (int(graph.layer, a) - int(graph.layer, b)) || a - b);
  return shuffle(roots, start);
}

/** Fisher and Yates with a small linear congruential generator: the same shuffle for the same seed. */
function shuffle(items: number[], seed: number): number[] {
  let state = seed * 2_654_435 + 12_345;
  for (let i = items.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const j = state % (i + 1);
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
  return items;
}
