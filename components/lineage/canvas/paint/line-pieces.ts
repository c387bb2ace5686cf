import { jointOf } from '@/lib/lineage/layout/joint';
import { type Layout, TURN_REACH } from '@/lib/lineage/layout/layout';

export const STRAIGHT = 0;
export const CURVE = 1;
export const TURN_RIGHT = 2;
export const TURN_LEFT = 3;

/**
 * The lines of a picture cut into pieces that are drawn, clipped and hit one by one: `x0, y0` to `x1, y1` as a straight
 * run, a curve with horizontal ends, or a turn. The pieces of line `l` are `start[l] .. start[l + 1] - 1`.
 */
export type LinePieces = {
  start: Int32Array;
  line: Int32Array;
  kind: Uint8Array;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
};

const KINDS = { curve: CURVE, 'turn-right': TURN_RIGHT, 'turn-left': TURN_LEFT } as const;

/** Cuts the lanes and joints of a layout into pieces; lanes without length are left out. */
export function linePieces({ routeStart, lanes }: Pick<Layout, 'routeStart' | 'lanes'>): LinePieces {
  const lines = routeStart.length - 1;
  const start = new Int32Array(lines + 1);
  const out = { line: [] as number[], kind: [] as number[], x0: [] as number[], y0: [] as number[] };
  const ends = { x1: [] as number[], y1: [] as number[] };
  const add = (line: number, kind: number, x0: number, y0: number, x1: number, y1: number) => {
    out.line.push(line);
    out.kind.push(kind);
    out.x0.push(x0);
    out.y0.push(y0);
    ends.x1.push(x1);
    ends.y1.push(y1);
  };
  for (let line = 0; line < lines; line++) {
    const end = (routeStart[line + 1] ?? 0) * 3;
    for (let i = (routeStart[line] ?? 0) * 3; i < end; i += 3) {
      const [x0 = 0, x1 = 0, y = 0, nextX0 = 0, nextX1 = 0, nextY = 0] = lanes.subarray(i, i + 6);
      if (Math.abs(x1 - x0) > 0.01) add(line, STRAIGHT, x0, y, x1, y);
      if (i + 3 < end) add(line, KINDS[jointOf(x0, x1, nextX0, nextX1)], x1, y, nextX0, nextY);
    }
    start[line + 1] = out.line.length;
  }
  return {
    start,
    line: Int32Array.from(out.line),
    kind: Uint8Array.from(out.kind),
    x0: Float64Array.from(out.x0),
    y0: Float64Array.from(out.y0),
    x1: Float64Array.from(ends.x1),
    y1: Float64Array.from(ends.y1),
  };
}

/** How far a turn of this height reaches: low turns are tighter. */
export function turnReach(height: number): number {
  return Math.min(TURN_REACH, 6 + Math.abs(height) / 4);
}
