import { describe, expect, it } from 'vitest';
import {
  between,
  centreOn,
  firstView,
  fitView,
  panBy,
  reveal,
  seenBox,
  ZOOM_MAX,
  ZOOM_MIN,
  zoomAt,
} from './viewport';

const SIZE = { width: 1000, height: 600 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the viewport', () => {
  it('zooms around the pointer', () => {
    const view = zoomAt({ x: 10, y: 20, zoom: 1 }, 1.5, 300, 200);
    expect([view.x + 300 / view.zoom, view.y + 200 / view.zoom]).toEqual([310, 220]);
  });

  it('stops at the ends of the zoom', () => {
    expect(zoomAt({ x: 0, y: 0, zoom: 1 }, 1e6, 0, 0).zoom).toBe(ZOOM_MAX);
    expect(zoomAt({ x: 0, y: 0, zoom: 1 }, 1e-6, 0, 0).zoom).toBe(ZOOM_MIN);
  });

  it('moves with the hand at every zoom', () => {
    expect(panBy({ x: 0, y: 0, zoom: 0.5 }, 10, -20)).toEqual({ x: -20, y: 40, zoom: 0.5 });
  });

  it.each([
    ['small', box(-50, -20, 300, 200)],
    ['wide', box(-4000, 0, 9000, 300)],
    ['high', box(0, -9000, 700, 20_000)],
  ])('fits a %s picture', (_, bounds) => {
    const view = fitView(bounds, SIZE);
    const seen = seenBox(view, SIZE);
    expect(view.zoom).toBeLessThanOrEqual(1);
    expect(seen.left).toBeLessThanOrEqual(bounds.left);
    expect(seen.right).toBeGreaterThanOrEqual(bounds.right);
    expect(seen.top).toBeLessThanOrEqual(bounds.top);
    expect(seen.bottom).toBeGreaterThanOrEqual(bounds.bottom);
  });

  it('begins with everything, or with a readable focus', () => {
    const focus = box(0, 0, 160, 48);
    expect(firstView(box(-300, -100, 700, 300), focus, SIZE)).toEqual(
      fitView(box(-300, -100, 700, 300), SIZE),
    );
    const view = firstView(box(-3000, -9000, 6000, 18_000), focus, SIZE);
    expect(view.zoom).toBe(0.7);
    expect(view).toEqual(centreOn(focus, SIZE, 0.7));
  });

  it('begins larger for readers who have set larger text', () => {
    const small = box(-100, -50, 200, 100);
    expect(firstView(small, small, SIZE, 2).zoom).toBe(2);
    expect(firstView(box(-3000, -9000, 6000, 18_000), small, SIZE, 2).zoom).toBe(1.4);
  });

  it('reveals a card with the smallest move, and not at all when it is seen', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(reveal(view, box(200, 200, 160, 48), SIZE)).toBe(view);
    expect(reveal(view, box(950, 200, 160, 48), SIZE)).toEqual({ x: 158, y: 0, zoom: 1 });
    expect(reveal(view, box(200, -100, 160, 48), SIZE)).toEqual({ x: 0, y: -148, zoom: 1 });
  });

  it('glides between two views', () => {
    const [from, to] = [
      { x: 0, y: 0, zoom: 0.25 },
      { x: 500, y: 90, zoom: 1 },
    ];
    expect(between(from, to, SIZE, 0)).toEqual(from);
    expect(between(from, to, SIZE, 1)).toEqual(to);
    expect(between(from, to, SIZE, 0.5).zoom).toBe(0.5);
  });
});
