import type { LayoutInput } from '../layout';
import { generateWarehouse, type Warehouse } from './generate-warehouse';
import { seededRandom } from './seeded-random';

/** The trace of a much used object in a generated warehouse, cut at `size` nodes nearest to it, ready to be placed. */
export function generateTrace(size: number, seed: number): LayoutInput {
  const { warehouse, depth, members } = findTrace(size, seed);
  const local = new Map(members.map((v, i) => [v, i]));
  const random = seededRandom(seed + 17);
  const edges = warehouse.from.flatMap((a, e) => {
    const from = local.get(a);
    const to = local.get(warehouse.to[e] as number);
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
  return {
    depth: Int32Array.from(members, (v) => depth.get(v) as number),
    width: Float64Array.from(members, () => 160 + Math.floor(random() * 33)),
    height: new Float64Array(members.length).fill(48),
    roomLeft: new Float64Array(members.length),
    roomRight: new Float64Array(members.length),
    from: Int32Array.from(edges, ([from]) => from),
    to: Int32Array.from(edges, ([, to]) => to),
    ports: null,
    anchor: { node: 0, x: 0, y: 0 },
    keep: null,
    effort: 'full',
    targetWidth: 0,
  };
}

/** Grows the warehouse until one of its objects is connected to enough others. */
function findTrace(size: number, seed: number) {
  for (let scale = 5; ; scale *= 2) {
    const warehouse = generateWarehouse(Math.max(80, size * scale), seed);
    const found = walk(warehouse, chooseFocus(warehouse, size), size);
    if (found.members.length >= size) return { warehouse, ...found };
  }
}

/** Of the nodes in the middle with the most ways through them, the one that is connected to the most. */
function chooseFocus(warehouse: Warehouse, size: number): number {
  const { nodes, from, to } = warehouse;
  const reads = new Float64Array(nodes);
  const feeds = new Float64Array(nodes);
  from.forEach((a, e) => {
    const b = to[e] as number;
    feeds[a] = (feeds[a] ?? 0) + 1;
    reads[b] = (reads[b] ?? 0) + 1;
  });
  const ways = (v: number) => (1 + (reads[v] ?? 0)) * (1 + (feeds[v] ?? 0));
  const candidates = Array.from({ length: Math.ceil(nodes * 0.4) }, (_, i) => Math.floor(nodes * 0.3) + i)
    .sort((a, b) => ways(b) - ways(a) || a - b)
    .slice(0, 12)
    .map((focus) => ({ focus, reach: walk(warehouse, focus, size).members.length }));
  return candidates.reduce((best, next) => (next.reach > best.reach ? next : best)).focus;
}

/** Breadth first, one hop up and one hop down in turn; the focus is member 0. */
function walk({ nodes, from, to }: Warehouse, focus: number, size: number) {
  const sources: number[][] = Array.from({ length: nodes }, () => []);
  const targets: number[][] = Array.from({ length: nodes }, () => []);
  from.forEach((a, e) => {
    const b = to[e] as number;
    targets[a]?.push(b);
    sources[b]?.push(a);
  });
  const depth = new Map([[focus, 0]]);
  let up = [focus];
  let down = [focus];
  for (let hop = 1; (up.length > 0 || down.length > 0) && depth.size < size; hop++) {
    const step = (front: number[], next: number[][], sign: number) =>
      front.flatMap((v) =>
        (next[v] ?? []).filter((w) => {
          if (depth.has(w) || depth.size >= size) return false;
          depth.set(w, sign * hop);
          return true;
        }),
      );
    up = step(up, sources, -1);
    down = step(down, targets, 1);
  }
  return { depth, members: [...depth.keys()] };
}
