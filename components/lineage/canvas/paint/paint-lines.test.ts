import { describe, expect, it } from 'vitest';
import { layoutGraph } from '@/lib/lineage/layout/layout-graph';
import { generateTrace } from '@/lib/lineage/layout/testing/generate-trace';
import type { Scene } from '@/lib/lineage/scene/scene';
import { buildPicture } from '../picture';
import { seenBox, type Viewport } from '../view/viewport';
import type { Brush } from './brush';
import { paintLines } from './paint-lines';

/** Counts what reaches the canvas; the browser's own context is not here. */
function recordingContext() {
  const strokes: Array<{ pieces: number; isDashed: boolean; width: number }> = [];
  let pieces = 0;
  let isDashed = false;
  const context = {
    lineWidth: 0,
    setLineDash: (dash: number[]) => {
      isDashed = dash.length > 0;
    },
    beginPath: () => {
      pieces = 0;
    },
    moveTo: () => {
      pieces++;
    },
    lineTo: () => undefined,
    bezierCurveTo: () => undefined,
    stroke: () => strokes.push({ pieces, isDashed, width: context.lineWidth }),
  };
  return { context: context as unknown as CanvasRenderingContext2D, strokes };
}

const input = generateTrace(2_000, 1);
const scene = {
  nodes: [],
  lines: Array.from(input.from, (from, line) => ({
    id: `${line}`,
    from,
    to: input.to[line] as number,
    edges: [],
    isAgreed: line % 3 === 0,
    isInfluence: false,
  })),
  cards: new Map(),
} as unknown as Scene;
const picture = buildPicture(scene, layoutGraph(input), input.width);
const size = { width: 1440, height: 900 };

function paintAt(view: Viewport, isMoving: boolean) {
  const { context, strokes } = recordingContext();
  const emphasis = { path: new Set<number>(), hovered: undefined, selected: undefined, dimsOthers: false };
  const brush = { context, picture, view, size, density: 1, emphasis, isMoving, opacity: 1, colours: {} };
  paintLines(brush as unknown as Brush, seenBox(view, size));
  return strokes;
}

const fit: Viewport = { x: picture.bounds.left, y: picture.bounds.top, zoom: 0.02 };
const near: Viewport = { x: 0, y: 0, zoom: 1 };
const total = (strokes: ReturnType<typeof paintAt>) => strokes.reduce((sum, { pieces }) => sum + pieces, 0);

describe('painting the lines', () => {
  it('shows every piece of a resting view, in two strokes', () => {
    const strokes = paintAt(fit, false);
    expect(strokes).toHaveLength(2);
    expect(total(strokes)).toBe(picture.pieces.kind.length);
  });

  it('dashes what one method says, where cards are near', () => {
    expect(paintAt(near, false).map(({ isDashed }) => isDashed)).toEqual([false, true]);
    expect(paintAt(fit, false).map(({ isDashed }) => isDashed)).toEqual([false, false]);
  });

  it('thins very many lines out while the view moves', () => {
    const [resting, moving] = [total(paintAt(fit, false)), total(paintAt(fit, true))];
    expect(moving).toBeGreaterThan(0);
    expect(moving).toBeLessThan(resting * 0.6);
  });

  it('never strokes wider than a device pixel when there are many lines', () => {
    for (const zoom of [0.02, 0.5, 1, 2]) {
      for (const { width } of paintAt({ ...near, zoom }, false)) expect(width * zoom).toBeLessThan(1);
    }
  });
});
