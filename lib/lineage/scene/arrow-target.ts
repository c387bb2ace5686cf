import type { Scene } from './scene';

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Middle heights of the nodes. */
type Heights = { readonly [index: number]: number };

/**
 * The card an arrow key leads to: left and right follow the lineage to the nearest connected card on that side (a card
 * of another column first), up and down go to the next card of the column. Undefined: there is none.
 */
export function arrowTarget(scene: Scene, y: Heights, node: number, key: ArrowKey): number | undefined {
  const here = scene.nodes[node];
  if (!here) return undefined;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const direction = key === 'ArrowUp' ? -1 : 1;
    const column = indexes(scene).filter((other) => scene.nodes[other]?.depth === here.depth);
    return nearest(column, (other) => direction * (heightOf(y, other) - heightOf(y, node)));
  }
  const ends =
    key === 'ArrowLeft'
      ? here.incoming.map((line) => scene.lines[line]?.from)
      : here.outgoing.map((line) => scene.lines[line]?.to);
  const known = ends.filter((end): end is number => end !== undefined && end !== node);
  const isBeside = (other: number) => {
    const depth = scene.nodes[other]?.depth ?? 0;
    return key === 'ArrowLeft' ? depth < here.depth : depth > here.depth;
  };
  const distance = (other: number) => 1 + Math.abs(heightOf(y, other) - heightOf(y, node));
  return nearest(known.filter(isBeside), distance) ?? nearest(known, distance);
}

const heightOf = (y: Heights, node: number): number => y[node] ?? 0;

const indexes = (scene: Scene): number[] => scene.nodes.map((_, index) => index);

/** The candidate with the smallest distance above 0. */
function nearest(candidates: number[], distance: (candidate: number) => number): number | undefined {
  let best: number | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const d = distance(candidate);
    if (d <= 0 || d >= bestDistance) continue;
    best = candidate;
    bestDistance = d;
  }
  return best;
}
