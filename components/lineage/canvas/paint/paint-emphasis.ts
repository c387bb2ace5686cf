import { type Box, NEAR_ZOOM } from '../view/viewport';
import type { Brush } from './brush';
import { lineDash, lineStyle } from './line-style';
import { lineMiddle, traceLine } from './trace-lines';

/** Paints the path, then the line under the pointer, then the selected one with halo and verdict mark. */
export function paintEmphasis(brush: Brush, seen: Box): void {
  const { context, picture, view, colours, emphasis } = brush;
  const stroke = (lines: Iterable<number>, colour: string, width: number, keepsDashes: boolean) => {
    context.strokeStyle = colour;
    context.lineWidth = width / view.zoom;
    for (const line of lines) {
      const style = keepsDashes ? lineStyle(picture.scene.lines[line]) : 'solid';
      context.setLineDash(lineDash(style, view.zoom));
      context.beginPath();
      traceLine(context, picture.pieces, line, seen);
      context.stroke();
    }
    context.setLineDash([]);
  };
  stroke(emphasis.path, colours.accent, 2, true);
  const { hovered, selected } = emphasis;
  if (hovered !== undefined && hovered !== selected) stroke([hovered], colours.text, 2, true);
  if (selected === undefined) return;
  stroke([selected], colours.halo, 8, false);
  stroke([selected], colours.accent, 2.25, true);
  if (view.zoom >= NEAR_ZOOM) paintMark(brush, selected);
}

/** A disc on the line: a check when methods agree, else the digit 1. */
function paintMark({ context, picture, view, colours }: Brush, line: number): void {
  const { x, y } = lineMiddle(picture.pieces, line);
  const unit = 1 / view.zoom;
  context.fillStyle = colours.accent;
  context.beginPath();
  context.arc(x, y, 8.5 * unit, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = colours.onAccent;
  context.lineWidth = 1.75 * unit;
  context.beginPath();
  if (picture.scene.lines[line]?.isAgreed) {
    context.moveTo(x - 3.5 * unit, y);
    context.lineTo(x - 1 * unit, y + 2.75 * unit);
    context.lineTo(x + 3.5 * unit, y - 2.75 * unit);
  } else {
    context.moveTo(x - 2 * unit, y - 2 * unit);
    context.lineTo(x, y - 3.75 * unit);
    context.lineTo(x, y + 3.75 * unit);
  }
  context.stroke();
}
