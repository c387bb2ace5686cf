import type { Brush } from './brush';

const DOT_DISTANCE = 24;

/** The dotted ground; moves with the picture, does not grow with it. */
export function paintDots({ context, view, size, colours }: Brush): void {
  context.fillStyle = colours.dot;
  const offset = (world: number) => (((-world * view.zoom) % DOT_DISTANCE) + DOT_DISTANCE) % DOT_DISTANCE;
  context.beginPath();
  for (let x = offset(view.x); x < size.width; x += DOT_DISTANCE) {
    for (let y = offset(view.y); y < size.height; y += DOT_DISTANCE) context.rect(x, y, 1.5, 1.5);
  }
  context.fill();
}
