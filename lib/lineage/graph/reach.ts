import { type Adjacency, at, neighbours } from './graph';

/** Everything that can be reached from one object in one direction. */
export type Reach = {
  /** Shortest hops to each object of the graph; -1 where there is no way, 0 for the start. */
  readonly distance: Int32Array;
  /** The objects reached, nearest first, without the start. */
  readonly objects: Uint32Array;
  /** Hops to the farthest one. */
  readonly levels: number;
};

/** Breadth-first search over one side of the graph. */
export function reach(adjacency: Adjacency, start: number): Reach {
  const distance = new Int32Array(adjacency.starts.length - 1).fill(-1);
  const queue: number[] = [start];
  distance[start] = 0;
  for (const object of queue) {
    const next = at(distance, object) + 1;
    for (const neighbour of neighbours(adjacency, object)) {
      if (distance[neighbour] !== -1) continue;
      distance[neighbour] = next;
      queue.push(neighbour);
    }
  }
  return {
    distance,
    objects: Uint32Array.from(queue).subarray(1),
    levels: at(distance, at(queue, queue.length - 1)),
  };
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
