import { CARD_HEIGHT } from '@/lib/lineage/scene/card-size';
import { MINIMAP_SIZE } from '../overlays/minimap-size';
import type { Picture } from '../picture';
import type { Size, Viewport } from '../view/viewport';
import type { CanvasColours } from './canvas-colours';

const MARGIN = 10;
/** Pale columns that stand for what is hidden one step away. */
const GHOST_WIDTH = 120;
const GHOST_GAP = 60;
const GHOSTS_MAX = 12;
const FRAME_MIN = 5;

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

/** The minimap without its frame, painted once for a picture: cards in schema colours, hidden levels as pale columns. */
export function paintMinimapGround(
  picture: Picture,
  colours: CanvasColours,
  density: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = MINIMAP_SIZE.width * density;
  canvas.height = MINIMAP_SIZE.height * density;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const { scale, left, top } = minimapScale(picture);
  context.setTransform(density * scale, 0, 0, density * scale, density * left, density * top);
  paintGhosts(context, picture, colours, scale);
  const { scene, layout, widths, heights } = picture;
  const least = 1.5 / scale;
  scene.nodes.forEach((node, index) => {
    context.fillStyle = colours.schema[node.slot] ?? colours.edge;
    const [width, height] = [Math.max(least, widths[index] ?? 0), Math.max(least, heights[index] ?? 0)];
    context.fillRect(layout.x[index] ?? 0, layout.y[index] ?? 0, width, height);
  });
  return canvas;
}

/** Paints the ground and over it the frame of what is seen, cut to the map and never too small to see. */
export function paintMinimap(
  context: CanvasRenderingContext2D,
  ground: HTMLCanvasElement,
  density: number,
  picture: Picture,
  colours: CanvasColours,
  view: Viewport,
  size: Size,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, ground.width, ground.height);
  context.drawImage(ground, 0, 0);
  const { scale, left, top } = minimapScale(picture);
  const width = Math.max(FRAME_MIN, (size.width / view.zoom) * scale);
  const height = Math.max(FRAME_MIN, (size.height / view.zoom) * scale);
  const middleX = (view.x + size.width / 2 / view.zoom) * scale + left;
  const middleY = (view.y + size.height / 2 / view.zoom) * scale + top;
  const x = Math.max(2, middleX - width / 2);
  const y = Math.max(2, middleY - height / 2);
  const right = Math.min(MINIMAP_SIZE.width - 2, middleX + width / 2);
  const bottom = Math.min(MINIMAP_SIZE.height - 2, middleY + height / 2);
  context.setTransform(density, 0, 0, density, 0, 0);
  context.strokeStyle = colours.accent;
  context.lineWidth = 1.25;
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
