import { type Box, NEAR_ZOOM } from '../view/viewport';
import type { Brush } from './brush';
import { LINE_STYLES, lineDash, lineStyle } from './line-style';
import { tracePiece, tracePieceStraight } from './trace-lines';

/** While moving: how many lines at most, and how many of those that only pass through. */
const MOVING_LINES_MAX = 2_500;
const MOVING_PASSING_MAX = 250;
/** Up to so many lines are drawn a little stronger. */
const FEW_LINES = 300;
const DIMMED = 0.35;

/** Paints all lines that are seen, each in its style: see `lineStyle`. */
export function paintLines(brush: Brush, seen: Box): void {
  const { context, picture, view, density, colours, emphasis, opacity } = brush;
  const { pieces, lineIndex, scene } = picture;
  if (!lineIndex) return;
  const found = lineIndex.search(seen);
  const shown = brush.isMoving ? sampled(brush, found, seen) : () => true;
  // At most one device pixel wide, the rasteriser takes a path that is many times faster.
  const hairline = 0.99 / (density * view.zoom);
  context.lineWidth =
    scene.lines.length <= FEW_LINES && !brush.isMoving ? Math.max(hairline, 1.25 / view.zoom) : hairline;
  context.strokeStyle = colours.edge;
  context.globalAlpha = (emphasis.dimsOthers ? DIMMED : 1) * opacity;
  const isNear = view.zoom >= NEAR_ZOOM;
  for (const style of LINE_STYLES) {
    context.setLineDash(isNear ? lineDash(style, view.zoom) : []);
    let isEmpty = true;
    context.beginPath();
    for (const piece of found) {
      const line = pieces.line[piece] ?? 0;
      if (lineStyle(scene.lines[line]) !== style || !shown(line)) continue;
      isEmpty = false;
      if (isNear) tracePiece(context, pieces, piece, seen);
      else tracePieceStraight(context, pieces, piece);
    }
    if (!isEmpty) context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Which lines to draw while moving: with an end in view first, the rest sampled evenly. */
function sampled({ picture }: Brush, found: readonly number[], seen: Box): (line: number) => boolean {
  const ending = new Set<number>();
  const passing = new Set<number>();
  for (const piece of found) {
    const line = picture.pieces.line[piece] ?? 0;
    (hasVisibleEnd(picture, line, seen) ? ending : passing).add(line);
  }
  const endingStep = Math.ceil(ending.size / MOVING_LINES_MAX) || 1;
  const passingStep = Math.ceil(passing.size / MOVING_PASSING_MAX) || 1;
  return (line) => line % (ending.has(line) ? endingStep : passingStep) === 0;
}

function hasVisibleEnd({ pieces }: Brush['picture'], line: number, seen: Box): boolean {
  const isInside = (x: number, y: number) =>
    x >= seen.left && x <= seen.right && y >= seen.top && y <= seen.bottom;
  const first = pieces.start[line] ?? 0;
  const last = (pieces.start[line + 1] ?? 1) - 1;
  return (
    isInside(pieces.x0[first] ?? 0, pieces.y0[first] ?? 0) ||
    isInside(pieces.x1[last] ?? 0, pieces.y1[last] ?? 0)
  );
}
