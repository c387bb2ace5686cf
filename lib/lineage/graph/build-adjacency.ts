import { type Adjacency, at } from './graph';

type Pairs = { readonly from: Uint32Array; readonly to: Uint32Array };

/** Downstream neighbours from edges sorted by (from, to): repeated pairs count once, self-loops not at all. */
export function buildDownstream(edges: Pairs, size: number): Adjacency {
  const starts = new Uint32Array(size + 1);
  const targets = new Uint32Array(edges.from.length);
  let used = 0;
  let object = 0;
  for (let e = 0; e < edges.from.length; e += 1) {
    const from = at(edges.from, e);
    const to = at(edges.to, e);
    while (object < from) starts[++object] = used;
    if (from === to || (used > at(starts, object) && targets[used - 1] === to)) continue;
    targets[used++] = to;
  }
  while (object < size) starts[++object] = used;
  return { starts, targets: targets.slice(0, used) };
}

/** The same neighbours seen from the other end. */
export function reverseAdjacency({ starts, targets }: Adjacency): Adjacency {
  const size = starts.length - 1;
  const reversed = new Uint32Array(size + 1);
  for (const target of targets) reversed[target + 1] = at(reversed, target + 1) + 1;
  for (let i = 0; i < size; i += 1) reversed[i + 1] = at(reversed, i + 1) + at(reversed, i);
  const next = reversed.slice(0, size);
  const sources = new Uint32Array(targets.length);
  for (let source = 0; source < size; source += 1) {
    for (let k = at(starts, source); k < at(starts, source + 1); k += 1) {
      const target = at(targets, k);
      const place = at(next, target);
      sources[place] = source;
      next[target] = place + 1;
    }
  }
  return { starts: reversed, targets: sources };
}
