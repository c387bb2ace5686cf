import { CARD_HEIGHT } from '@/lib/lineage/scene/layout-input';
import type { CanvasColours } from './canvas-colours';
import { MINIMAP_SIZE } from './minimap-size';
import type { Picture } from './picture';
import type { Box, Size, Viewport } from './viewport';

const MARGIN = 10;
/** Pale columns that stand for what is hidden one step away. */
const GHOST_WIDTH = 120;
const GHOST_GAP = 60;
const GHOSTS_MAX = 12;

/** From world to minimap: multiply by `scale`, then add `left`, `top`. */
export function minimapScale({ layout, scene }: Picture): { scale: number; left: number; top: number } {
  const { up, down } = scene.trace.oneStepAway;
  const ghost = GHOST_WIDTH + GHOST_GAP;
  const left = layout.left - (up > 0 ? ghost : 0);
  const right = layout.right + (down > 0 ? ghost : 0);
  const scale = Math.min(
    (MINIMAP_SIZE.width - 2 * MARGIN) / Math.max(1, right - left),
    (MINIMAP_SIZE.height - 2 * MARGIN) / Math.max(1, layout.bottom - layout.top),
  );
  return {
    scale,
    left: MINIMAP_SIZE.width / 2 - ((left + right) / 2) * scale,
    top: MINIMAP_SIZE.height / 2 - ((layout.top + layout.bottom) / 2) * scale,
  };
}

/** Paints cards in schema colours, hidden levels as pale columns, and the frame of what is seen. */
export function paintMinimap(
  context: CanvasRenderingContext2D,
  density: number,
  picture: Picture,
  colours: CanvasColours,
  view: Viewport,
  size: Size,
): void {
  const { scale, left, top } = minimapScale(picture);
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, MINIMAP_SIZE.width, MINIMAP_SIZE.height);
  context.setTransform(density * scale, 0, 0, density * scale, density * left, density * top);
  paintGhosts(context, picture, colours, scale);
  const { scene, layout, widths } = picture;
  const least = 1.5 / scale;
  scene.nodes.forEach((node, index) => {
    context.fillStyle = colours.schema[node.slot] ?? colours.edge;
    const [width, height] = [Math.max(least, widths[index] ?? 0), Math.max(least, CARD_HEIGHT)];
    context.fillRect(layout.x[index] ?? 0, layout.y[index] ?? 0, width, height);
  });
  paintFrame(
    context,
    colours,
    {
      left: view.x * scale + left,
      top: view.y * scale + top,
      right: (view.x + size.width / view.zoom) * scale + left,
      bottom: (view.y + size.height / view.zoom) * scale + top,
    },
    density,
  );
}

/** The frame of what is seen, cut to the map when more is seen than there is. */
function paintFrame(
  context: CanvasRenderingContext2D,
  colours: CanvasColours,
  seen: Box,
  density: number,
): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.strokeStyle = colours.accent;
  context.lineWidth = 1.25;
  const x = Math.max(2, seen.left);
  const y = Math.max(2, seen.top);
  const right = Math.min(MINIMAP_SIZE.width - 2, seen.right);
  const bottom = Math.min(MINIMAP_SIZE.height - 2, seen.bottom);
  if (right > x && bottom > y) context.strokeRect(x, y, right - x, bottom - y);
}

function paintGhosts(
  context: CanvasRenderingContext2D,
  { layout, scene }: Picture,
  colours: CanvasColours,
  scale: number,
): void {
  const { up, down } = scene.trace.oneStepAway;
  context.fillStyle = colours.edge;
  context.globalAlpha = 0.35;
  const column = (count: number, x: number) => {
    const rows = Math.min(GHOSTS_MAX, count);
    const pitch = Math.max(CARD_HEIGHT + 14, (layout.bottom - layout.top) / GHOSTS_MAX);
    const first = (layout.top + layout.bottom - rows * pitch) / 2;
    for (let row = 0; row < rows; row++) {
      context.fillRect(x, first + row * pitch, GHOST_WIDTH, Math.max(1.5 / scale, pitch * 0.7));
    }
  };
  column(up, layout.left - GHOST_GAP - GHOST_WIDTH);
  column(down, layout.right + GHOST_GAP);
  context.globalAlpha = 1;
}
