import { type Adjacency, at, neighbours } from './graph';
import type { Reach } from './reach';

/**
 * The objects of one side that a trace asks for, each with the number of drawn hops that lead to it, in that order:
 * everything within `depth` exact hops, and the neighbours of drawn objects that were opened in place.
 */
export function wantedOnSide(
  adjacency: Adjacency,
  { distance }: Reach,
  request: { root: number; depth: number; opened: ReadonlySet<number> },
): Map<number, number> {
  const wanted = new Map([[request.root, 0]]);
  for (const [object, hops] of wanted) {
    const open = request.opened.has(object);
    if (!open && at(distance, object) > request.depth) continue;
    for (const neighbour of neighbours(adjacency, object)) {
      if (wanted.has(neighbour)) continue;
      if (open || at(distance, neighbour) <= request.depth) wanted.set(neighbour, hops + 1);
    }
  }
  wanted.delete(request.root);
  return wanted;
}

/**
 * What is drawn, root first: both sides by drawn hops (upstream first), until `limit` is reached. Whoever is drawn is
 * joined to the root by drawn objects.
 */
export function drawnObjects(
  root: number,
  up: ReadonlyMap<number, number>,
  down: ReadonlyMap<number, number>,
  limit: number,
): Set<number> {
  const both = [...up, ...down].sort(([, a], [, b]) => a - b);
  const drawn = new Set([root]);
  for (const [object] of both) {
    if (drawn.size >= limit) break;
    drawn.add(object);
  }
  return drawn;
}
