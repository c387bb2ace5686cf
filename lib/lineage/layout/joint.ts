/** How two lanes of an edge are joined: by a curve across a gap, or by a turn that reaches into the gap on one side. */
export type Joint = 'curve' | 'turn-right' | 'turn-left';

/** The joint between the lane `x0 → x1` and the next lane `nextX0 → nextX1`. */
export function jointOf(x0: number, x1: number, nextX0: number, nextX1: number): Joint {
  if (Math.abs(nextX0 - x1) > 0.5) return 'curve';
  return nextX1 < nextX0 || x1 > x0 ? 'turn-right' : 'turn-left';
}
