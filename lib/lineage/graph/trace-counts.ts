import type { Trace } from '@/lib/lineage/contract';
import { type Adjacency, at, type Direction, type LineageGraph, neighbours } from './graph';
import type { Reach } from './reach';

/** A trace as sets of object numbers; the counts of what it does not draw derive from it. */
export type TraceSets = {
  readonly root: number;
  readonly reach: Readonly<Record<Direction, Reach>>;
  readonly depth: Readonly<Record<Direction, number>>;
  readonly wanted: ReadonlySet<number>;
  readonly drawn: ReadonlySet<number>;
};

const DIRECTIONS = ['up', 'down'] as const;

/** True where going on from a drawn object in this direction leads further away from the root. */
export function leadsAway({ reach }: TraceSets, object: number, direction: Direction): boolean {
  return at(reach[direction].distance, object) >= 0;
}

/** Hidden neighbours of every drawn object, in drawing order; one entry for each reason. */
export function hiddenNeighbours(graph: LineageGraph, sets: TraceSets): Trace['hidden'] {
  const hidden: Trace['hidden'] = [];
  for (const object of sets.drawn) {
    for (const direction of DIRECTIONS) {
      if (!leadsAway(sets, object, direction)) continue;
      const count = countHidden(graph[direction], sets, object);
      for (const reason of ['depth', 'limit'] as const) {
        if (count[reason] > 0)
          hidden.push({ node: at(graph.ids, object), direction, count: count[reason], reason });
      }
    }
  }
  return hidden;
}

function countHidden(adjacency: Adjacency, { drawn, wanted }: TraceSets, object: number) {
  const count = { depth: 0, limit: 0 };
  for (const neighbour of neighbours(adjacency, object)) {
    if (!drawn.has(neighbour)) count[wanted.has(neighbour) ? 'limit' : 'depth'] += 1;
  }
  return count;
}

/** Objects exactly one hop beyond the depth of a side that the trace does not ask for. */
export function oneStepAway({ reach, depth, wanted }: TraceSets, direction: Direction): number {
  const { distance, objects } = reach[direction];
  const step = depth[direction] + 1;
  let count = 0;
  for (const object of objects) {
    const hops = at(distance, object);
    if (hops > step) break;
    if (hops === step && !wanted.has(object)) count += 1;
  }
  return count;
}

/**
 * All connected objects, and those that are not drawn: by the side where they are nearer, and by reason. Counts
 * everything and takes off what is drawn, since much more is connected than drawn.
 */
export function notDrawnCounts({ root, reach: { up, down }, wanted, drawn }: TraceSets) {
  const nearerSide = (object: number): Direction => {
    const above = at(up.distance, object);
    const below = at(down.distance, object);
    return above !== -1 && (below === -1 || above <= below) ? 'up' : 'down';
  };
  const beyond = { up: up.objects.length, down: 0 };
  for (const object of down.objects) {
    if (nearerSide(object) === 'down') beyond.down += 1;
    if (at(up.distance, object) !== -1 && nearerSide(object) === 'down') beyond.up -= 1;
  }
  const total = 1 + beyond.up + beyond.down;
  for (const object of drawn) {
    if (object !== root) beyond[nearerSide(object)] -= 1;
  }
  const limit = wanted.size - drawn.size;
  return { total, beyond, notDrawn: { depth: total - wanted.size, limit } };
}
