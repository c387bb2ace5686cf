import { findComponents } from './components';
import type { LayoutInput } from './layout';
import { int, real, sequence } from './typed-array';

/** One connected part of an input; `nodes` and `edges` lead back to the whole. */
export type Part = { input: LayoutInput; nodes: Int32Array; edges: Int32Array };

/** Cuts an input into its connected parts; the one with the anchor leads. */
export function splitInput(input: LayoutInput): Part[] {
  const components = findComponents(input.depth.length, input.from, input.to, input.anchor.node);
  if (components.length <= 1) {
    return [{ input, nodes: sequence(input.depth.length), edges: sequence(input.from.length) }];
  }
  const local = new Int32Array(input.depth.length);
  const partOf = new Int32Array(input.depth.length);
  components.forEach((nodes, part) => {
    nodes.forEach((v, i) => {
      local[v] = i;
      partOf[v] = part;
    });
  });
  const edges: number[][] = components.map(() => []);
  for (let e = 0; e < input.from.length; e++) edges[int(partOf, int(input.from, e))]?.push(e);
  return components.map((nodes, part) => {
    const mine = Int32Array.from(edges[part] ?? []);
    return { input: subInput(input, nodes, mine, local), nodes, edges: mine };
  });
}

function subInput(input: LayoutInput, nodes: Int32Array, edges: Int32Array, local: Int32Array): LayoutInput {
  const pick = (array: Float64Array) => Float64Array.from(nodes, (v) => real(array, v));
  const ofEdges = (array: Float64Array) => Float64Array.from(edges, (e) => real(array, e));
  return {
    ...input,
    depth: nodes.map((v) => int(input.depth, v)),
    width: pick(input.width),
    height: pick(input.height),
    roomLeft: pick(input.roomLeft),
    roomRight: pick(input.roomRight),
    from: edges.map((e) => int(local, int(input.from, e))),
    to: edges.map((e) => int(local, int(input.to, e))),
    ports: input.ports && { from: ofEdges(input.ports.from), to: ofEdges(input.ports.to) },
    keep: input.keep ? pick(input.keep) : null,
  };
}
