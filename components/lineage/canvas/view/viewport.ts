/** What part of the picture is seen: the world point in the upper left corner, and px per world unit. */
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };
export type Size = { readonly width: number; readonly height: number };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const ZOOM_MIN = 0.02;
export const ZOOM_MAX = 4;
/** From here on cards are elements; below, they are painted. */
export const NEAR_ZOOM = 0.4;
/** A first look is never smaller than this: names must be readable. */
const READABLE_ZOOM = 0.7;
/** Room around a fitted picture: expanders at the sides, legend and minimap at the bottom. */
const MARGIN = { left: 48, right: 48, top: 24, bottom: 112 };

/** Zooms by `factor` while the world point under the screen point `(px, py)` stays there. */
export function zoomAt(view: Viewport, factor: number, px: number, py: number): Viewport {
  const zoom = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, view.zoom * factor));
  return { zoom, x: view.x + px / view.zoom - px / zoom, y: view.y + py / view.zoom - py / zoom };
}

/** Moves the picture by screen px. */
export function panBy(view: Viewport, dx: number, dy: number): Viewport {
  return { ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom };
}

/** The whole picture, never larger than `largest`: the zoom that shows text at the size that the reader has set. */
export function fitView(bounds: Box, size: Size, largest = 1): Viewport {
  const width = Math.max(1, bounds.right - bounds.left);
  const height = Math.max(1, bounds.bottom - bounds.top);
  const roomX = Math.max(1, size.width - MARGIN.left - MARGIN.right);
  const roomY = Math.max(1, size.height - MARGIN.top - MARGIN.bottom);
  const zoom = Math.max(ZOOM_MIN, Math.min(largest, roomX / width, roomY / height));
  return {
    zoom,
    x: (bounds.left + bounds.right) / 2 - (MARGIN.left + roomX / 2) / zoom,
    y: (bounds.top + bounds.bottom) / 2 - (MARGIN.top + roomY / 2) / zoom,
  };
}

/** The view to begin with: all of it when that is readable, else the focus in the middle. */
export function firstView(bounds: Box, focus: Box, size: Size, largest = 1): Viewport {
  const fitted = fitView(bounds, size, largest);
  const readable = READABLE_ZOOM * largest;
  return fitted.zoom >= readable ? fitted : centreOn(focus, size, readable);
}

/** `box` in the middle. */
export function centreOn(box: Box, size: Size, zoom: number): Viewport {
  return {
    zoom,
    x: (box.left + box.right) / 2 - size.width / 2 / zoom,
    y: (box.top + box.bottom) / 2 - (size.height - MARGIN.bottom / 2) / 2 / zoom,
  };
}

/** The part of the world that is seen, with `margin` world units around it. */
export function seenBox(view: Viewport, size: Size, margin = 0): Box {
  return {
    left: view.x - margin,
    top: view.y - margin,
    right: view.x + size.width / view.zoom + margin,
    bottom: view.y + size.height / view.zoom + margin,
  };
}

/** The smallest move that brings `box` into view with some air; the same view when it is there already. */
export function reveal(view: Viewport, box: Box, size: Size): Viewport {
  const air = 48 / view.zoom;
  const seen = seenBox(view, size, -air);
  const shift = (low: number, high: number, seenLow: number, seenHigh: number) => {
    if (high - low > seenHigh - seenLow || low < seenLow) return low - seenLow;
    return high > seenHigh ? high - seenHigh : 0;
  };
  const dx = shift(box.left, box.right, seen.left, seen.right);
  const dy = shift(box.top, box.bottom, seen.top, seen.bottom);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

/** A view between two views; `t` from 0 to 1. The zoom changes evenly to the eye. */
export function between(from: Viewport, to: Viewport, size: Size, t: number): Viewport {
  const zoom = from.zoom * (to.zoom / from.zoom) ** t;
  const middle = (view: Viewport) => ({
    x: view.x + size.width / 2 / view.zoom,
    y: view.y + size.height / 2 / view.zoom,
  });
  const [a, b] = [middle(from), middle(to)];
  return {
    zoom,
    x: a.x + (b.x - a.x) * t - size.width / 2 / zoom,
    y: a.y + (b.y - a.y) * t - size.height / 2 / zoom,
  };
}
