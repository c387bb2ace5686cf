import type { Picture } from '../picture';
import { NEAR_ZOOM, type Size, seenBox, type Viewport } from '../view/viewport';

const TILE = 700;
/** Screen px around the view in which cards are mounted already. */
const AHEAD_PX = 150;

/** Names the tiles that are near the view; while it stays the same, a pan needs no new cards. Empty: none are shown. */
export function tilesNear(view: Viewport, size: Size): string {
  if (view.zoom < NEAR_ZOOM) return '';
  const { left, top, right, bottom } = seenBox(view, size, AHEAD_PX / view.zoom);
  return [left, top, right, bottom].map((edge) => Math.floor(edge / TILE)).join(',');
}

/** The cards that touch the named tiles, ascending. */
export function cardsInTiles(picture: Picture, tiles: string): number[] {
  const [left, top, right, bottom] = tiles.split(',').map(Number);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
  return picture.cardsIn({
    left: left * TILE,
    top: top * TILE,
    right: (right + 1) * TILE,
    bottom: (bottom + 1) * TILE,
  });
}
