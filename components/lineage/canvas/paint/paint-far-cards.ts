import type { Box } from '../view/viewport';
import type { Brush } from './brush';

/** Paints cards as marks in the colour of their schema, and the name of the focus. */
export function paintFarCards({ context, picture, view, colours }: Brush, seen: Box): void {
  const { scene, layout, widths, heights } = picture;
  const bySlot: number[][] = Array.from({ length: 10 }, () => []);
  for (const node of picture.cardsIn(seen)) bySlot[scene.nodes[node]?.slot ?? 9]?.push(node);
  bySlot.forEach((nodes, slot) => {
    if (nodes.length === 0) return;
    context.fillStyle = colours.schema[slot] ?? colours.text2;
    for (const node of nodes) {
      context.fillRect(layout.x[node] ?? 0, layout.y[node] ?? 0, widths[node] ?? 0, heights[node] ?? 0);
    }
  });
  const x = layout.x[scene.focus] ?? 0;
  const y = layout.y[scene.focus] ?? 0;
  context.strokeStyle = colours.accent;
  context.lineWidth = 2 / view.zoom;
  const room = 3 / view.zoom;
  const [width, height] = [widths[scene.focus] ?? 0, heights[scene.focus] ?? 0];
  context.strokeRect(x - room, y - room, width + 2 * room, height + 2 * room);
  paintName(context, scene.nodes[scene.focus]?.name ?? '', x, y - room, view.zoom, colours);
}

/** A name over a mark, always at the same size on the screen. */
function paintName(
  context: CanvasRenderingContext2D,
  name: string,
  x: number,
  bottom: number,
  zoom: number,
  colours: Brush['colours'],
): void {
  const unit = 1 / zoom;
  context.font = `600 ${12 * unit}px "Inter Variable", sans-serif`;
  const width = context.measureText(name).width;
  context.fillStyle = colours.surface;
  context.fillRect(x, bottom - 20 * unit, width + 12 * unit, 18 * unit);
  context.fillStyle = colours.text;
  context.fillText(name, x + 6 * unit, bottom - 7 * unit);
}
