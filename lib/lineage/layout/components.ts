import { int, sequence } from './typed-array';

function root(parent: Int32Array, v: number): number {
  let top = v;
  while (int(parent, top) !== top) {
    parent[top] = int(parent, int(parent, top));
    top = int(parent, top);
  }
  return top;
}

/** The connected parts of a graph as lists of nodes: the one with `first` leads, then by size, then by lowest node. */
export function findComponents(nodes: number, from: Int32Array, to: Int32Array, first: number): Int32Array[] {
  const parent = sequence(nodes);
  for (let e = 0; e < from.length; e++) {
    const a = root(parent, int(from, e));
    const b = root(parent, int(to, e));
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const members = new Map<number, number[]>();
  for (let v = 0; v < nodes; v++) {
    const key = root(parent, v);
    const list = members.get(key);
    if (list) list.push(v);
    else members.set(key, [v]);
  }
  const lead = nodes > 0 ? root(parent, first) : -1;
  return [...members]
    .sort(([a, as], [b, bs]) => Number(b === lead) - Number(a === lead) || bs.length - as.length || a - b)
    .map(([, list]) => Int32Array.from(list));
}
