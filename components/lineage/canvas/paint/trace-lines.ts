import type { Box } from '../view/viewport';
import { pieceCubic } from './line-index';
import { type LinePieces, STRAIGHT } from './line-pieces';
import { clipToHeights } from './smoothstep';

/** What of a 2D context drawing a course needs; `Path2D` and test doubles have it too. */
export type CourseSink = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'bezierCurveTo'>;

/** Adds one piece to the current path, cut to what is seen: long invisible runs cost as much as visible ones. */
export function tracePiece(path: CourseSink, pieces: LinePieces, piece: number, seen: Box): void {
  if (pieces.kind[piece] === STRAIGHT) {
    const y = pieces.y0[piece] ?? 0;
    const [a, b] = [pieces.x0[piece] ?? 0, pieces.x1[piece] ?? 0];
    if (y < seen.top || y > seen.bottom) return;
    path.moveTo(Math.min(seen.right, Math.max(seen.left, a)), y);
    path.lineTo(Math.min(seen.right, Math.max(seen.left, b)), y);
    return;
  }
  const part = clipToHeights(pieceCubic(pieces, piece), seen.top, seen.bottom);
  if (!part) return;
  path.moveTo(part[0], part[1]);
  path.bezierCurveTo(part[2], part[3], part[4], part[5], part[6], part[7]);
}

/** Adds one piece as a straight stroke: enough where cards are only marks. */
export function tracePieceStraight(path: CourseSink, pieces: LinePieces, piece: number): void {
  path.moveTo(pieces.x0[piece] ?? 0, pieces.y0[piece] ?? 0);
  path.lineTo(pieces.x1[piece] ?? 0, pieces.y1[piece] ?? 0);
}

/** Adds a whole line. */
export function traceLine(path: CourseSink, pieces: LinePieces, line: number, seen: Box): void {
  const end = pieces.start[line + 1] ?? 0;
  for (let piece = pieces.start[line] ?? 0; piece < end; piece++) tracePiece(path, pieces, piece, seen);
}

/** The middle of a line: a place for its mark. */
export function lineMiddle(pieces: LinePieces, line: number): { x: number; y: number } {
  const [first, end] = [pieces.start[line] ?? 0, pieces.start[line + 1] ?? 0];
  let piece = first;
  for (let i = first; i < end; i++) if (length(pieces, i) > length(pieces, piece)) piece = i;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = pieceCubic(pieces, piece);
  return { x: (x0 + 3 * x1 + 3 * x2 + x3) / 8, y: (y0 + 3 * y1 + 3 * y2 + y3) / 8 };
}

const length = ({ x0, y0, x1, y1 }: LinePieces, i: number) =>
  Math.hypot((x1[i] ?? 0) - (x0[i] ?? 0), (y1[i] ?? 0) - (y0[i] ?? 0));
