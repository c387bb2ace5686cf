import { describe, expect, it } from 'vitest';
import {
  type Cubic,
  clipToHeights,
  cutCubic,
  horizontalCubic,
  inverseSmoothstep,
  turnCubic,
} from './smoothstep';

const pointAt = (c: Cubic, t: number) => {
  const s = 1 - t;
  const mix = (p0: number, p1: number, p2: number, p3: number) =>
    s ** 3 * p0 + 3 * s ** 2 * t * p1 + 3 * s * t ** 2 * p2 + t ** 3 * p3;
  return [mix(c[0], c[2], c[4], c[6]), mix(c[1], c[3], c[5], c[7])] as const;
};

describe('curves with horizontal ends', () => {
  it('fall like a smoothstep, and the inverse finds the way back', () => {
    const curve = horizontalCubic(0, 100, 60, 900);
    for (let t = 0; t <= 1; t += 0.05) {
      const [, y] = pointAt(curve, t);
      expect(inverseSmoothstep((y - 100) / 800)).toBeCloseTo(t, 9);
    }
  });

  it('turn back no further than they may', () => {
    const turn = turnCubic(10, 0, 80, 18);
    const reached = Array.from({ length: 101 }, (_, i) => pointAt(turn, i / 100)[0]);
    expect(Math.max(...reached)).toBeCloseTo(28, 9);
    expect(Math.min(...reached)).toBe(10);
  });

  it('keep their course when they are cut', () => {
    const curve = horizontalCubic(10, 0, 70, -400);
    const part = cutCubic(curve, 0.2, 0.7);
    for (let t = 0; t <= 1; t += 0.1) {
      const [x, y] = pointAt(part, t);
      const [wantedX, wantedY] = pointAt(curve, 0.2 + 0.5 * t);
      expect(x).toBeCloseTo(wantedX, 9);
      expect(y).toBeCloseTo(wantedY, 9);
    }
  });

  it.each([
    [0, 5000],
    [5000, 0],
  ])('are clipped to what is seen (from %i to %i)', (y0, y1) => {
    const curve = horizontalCubic(0, y0, 60, y1);
    const part = clipToHeights(curve, 1000, 1600);
    expect(part?.[1]).toBeCloseTo(y0 < y1 ? 1000 : 1600, 6);
    expect(part?.[7]).toBeCloseTo(y0 < y1 ? 1600 : 1000, 6);
    expect(clipToHeights(curve, 6000, 7000)).toBeUndefined();
    expect(clipToHeights(curve, -1, 6000)).toBe(curve);
  });
});
