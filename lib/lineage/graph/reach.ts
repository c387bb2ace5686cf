import { type Adjacency, at } from './graph';

/** Everything that can be reached from one object in one direction. */
export type Reach = {
  /** Shortest hops to each object of the graph; -1 where there is no way, 0 for the start. */
  readonly distance: Int32Array;
  /** The objects reached, nearest first, without the start. */
  readonly objects: Uint32Array;
  /** Hops to the farthest one. */
  readonly levels: number;
};

/** Breadth-first search over one side of the graph; visits each object and edge once. */
export function reach({ starts, targets }: Adjacency, start: number): Reach {
  const size = starts.length - 1;
  const distance = new Int32Array(size).fill(-1);
  const queue = new Uint32Array(size);
  let queued = 1;
  queue[0] = start;
  distance[start] = 0;
  for (let next = 0; next < queued; next += 1) {
    const object = at(queue, next);
    const hops = at(distance, object) + 1;
    const end = at(starts, object + 1);
    // Plain indexes: a view for each object would cost more than the search.
    for (let edge = at(starts, object); edge < end; edge += 1) {
      const neighbour = at(targets, edge);
      if (distance[neighbour] !== -1) continue;
      distance[neighbour] = hops;
      queue[queued++] = neighbour;
    }
  }
  return { distance, objects: queue.slice(1, queued), levels: at(distance, at(queue, queued - 1)) };
}

/** How far and how much lies up- and downstream of an object; an object on both sides counts on both. */
export function connectedCounts(up: Reach, down: Reach) {
  return {
    up: up.objects.length,
    down: down.objects.length,
    levelsUp: up.levels,
    levelsDown: down.levels,
  };
}
