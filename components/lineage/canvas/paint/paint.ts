import { NEAR_ZOOM, seenBox } from '../view/viewport';
import type { Brush } from './brush';
import { paintDots } from './paint-dots';
import { paintEmphasis } from './paint-emphasis';
import { paintFarCards } from './paint-far-cards';
import { paintLines } from './paint-lines';

/** Paints one frame: dots, lines, emphasised lines, and the cards when they are too small to be elements. */
export function paint(brush: Brush): void {
  const { context, view, size, density } = brush;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  paintDots(brush);
  const scale = density * view.zoom;
  context.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
  const seen = seenBox(view, size, 8 / view.zoom);
  paintLines(brush, seen);
  if (view.zoom < NEAR_ZOOM) paintFarCards(brush, seen);
  paintEmphasis(brush, seen);
  context.setTransform(1, 0, 0, 1, 0, 0);
}
