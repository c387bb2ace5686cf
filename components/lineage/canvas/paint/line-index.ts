import Flatbush from 'flatbush';
import type { Box } from '../view/viewport';
import { CURVE, type LinePieces, STRAIGHT, TURN_RIGHT, turnReach } from './line-pieces';
import { type Cubic, horizontalCubic, turnCubic } from './smoothstep';

/** Finds the pieces of lines in a part of the picture, and the line under the pointer. */
export type LineIndex = {
  /** Pieces that may be seen in `box`, ascending, so that the pieces of a line stay together. */
  search: (box: Box) => number[];
  /** The line nearest to a point, not further than `tolerance`. */
  hit: (x: number, y: number, tolerance: number) => number | undefined;
};

const SAMPLES = 16;

/** The course of a piece as a Bézier curve; straight pieces too. */
export function pieceCubic(pieces: LinePieces, i: number): Cubic {
  const [x0, y0] = [pieces.x0[i] ?? 0, pieces.y0[i] ?? 0];
  const [x1, y1] = [pieces.x1[i] ?? 0, pieces.y1[i] ?? 0];
  const kind = pieces.kind[i];
  if (kind === STRAIGHT || kind === CURVE) return horizontalCubic(x0, y0, x1, y1);
  const reach = turnReach(y1 - y0);
  return turnCubic(x0, y0, y1, kind === TURN_RIGHT ? reach : -reach);
}

/** Builds the index; undefined when there is no line. */
export function buildLineIndex(pieces: LinePieces): LineIndex | undefined {
  const count = pieces.kind.length;
  if (count === 0) return undefined;
  const tree = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by, cx, cy, dx, dy] = pieceCubic(pieces, i);
    tree.add(
      Math.min(ax, bx, cx, dx),
      Math.min(ay, by, cy, dy),
      Math.max(ax, bx, cx, dx),
      Math.max(ay, by, cy, dy),
    );
  }
  tree.finish();
  const search = ({ left, top, right, bottom }: Box) =>
    tree.search(left, top, right, bottom).sort((a, b) => a - b);
  return {
    search,
    hit: (x, y, tolerance) => {
      let best: number | undefined;
      let nearest = tolerance;
      const around = { left: x - tolerance, top: y - tolerance, right: x + tolerance, bottom: y + tolerance };
      for (const piece of search(around)) {
        const distance = distanceToPiece(pieces, piece, x, y);
        if (distance > nearest) continue;
        nearest = distance;
        best = pieces.line[piece];
      }
      return best;
    },
  };
}

function distanceToPiece(pieces: LinePieces, piece: number, x: number, y: number): number {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = pieceCubic(pieces, piece);
  let nearest = Number.POSITIVE_INFINITY;
  let lastX = x0;
  let lastY = y0;
  for (let i = 1; i <= SAMPLES; i++) {
    const t = i / SAMPLES;
    const s = 1 - t;
    const nextX = s ** 3 * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t ** 3 * x3;
    const nextY = s ** 3 * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t ** 3 * y3;
    nearest = Math.min(nearest, distanceToSegment(x, y, lastX, lastY, nextX, nextY));
    lastX = nextX;
    lastY = nextY;
  }
  return nearest;
}

function distanceToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
