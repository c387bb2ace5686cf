/**
 * A curve with horizontal ends falls like a smoothstep: after the share `t` of its way it has fallen by
 * `3 t^2 - 2 t^3`. The inverse: the `t` at which it has fallen by the share `fallen`.
 */
export function inverseSmoothstep(fallen: number): number {
  const clamped = Math.min(1, Math.max(0, fallen));
  return 0.5 - Math.sin(Math.asin(1 - 2 * clamped) / 3);
}

export type Cubic = readonly [number, number, number, number, number, number, number, number];

/** The Bézier curve from `(x0, y0)` to `(x1, y1)` with horizontal ends. */
export function horizontalCubic(x0: number, y0: number, x1: number, y1: number): Cubic {
  const middle = (x0 + x1) / 2;
  return [x0, y0, middle, y0, middle, y1, x1, y1];
}

/** The part of a Bézier curve between `t0` and `t1` (de Casteljau, by blossoming). */
export function cutCubic(cubic: Cubic, t0: number, t1: number): Cubic {
  const blossom = (axis: 0 | 1, a: number, b: number, c: number) => {
    const mix = (p: number, q: number, t: number) => p + (q - p) * t;
    const [p0, p1, p2, p3] = [
      cubic[axis],
      cubic[(2 + axis) as 2 | 3],
      cubic[(4 + axis) as 4 | 5],
      cubic[(6 + axis) as 6 | 7],
    ];
    const [q0, q1, q2] = [mix(p0, p1, a), mix(p1, p2, a), mix(p2, p3, a)];
    return mix(mix(q0, q1, b), mix(q1, q2, b), c);
  };
  const point = (a: number, b: number, c: number) => [blossom(0, a, b, c), blossom(1, a, b, c)] as const;
  return [...point(t0, t0, t0), ...point(t0, t0, t1), ...point(t0, t1, t1), ...point(t1, t1, t1)];
}

/** The Bézier curve from `(x, y0)` to `(x, y1)` that turns back, `reach` to the right (to the left when negative). */
export function turnCubic(x: number, y0: number, y1: number, reach: number): Cubic {
  const out = x + (reach * 4) / 3;
  return [x, y0, out, y0, out, y1, x, y1];
}

/** The part of a curve with horizontal ends whose height is between `top` and `bottom`; undefined when there is none. */
export function clipToHeights(cubic: Cubic, top: number, bottom: number): Cubic | undefined {
  const [y0, y1] = [cubic[1], cubic[7]];
  const low = Math.min(y0, y1);
  const high = Math.max(y0, y1);
  if (high < top || low > bottom) return undefined;
  if (low >= top && high <= bottom) return cubic;
  const share = (y: number) => inverseSmoothstep((y - y0) / (y1 - y0));
  const [a, b] = y0 < y1 ? [share(top), share(bottom)] : [share(bottom), share(top)];
  return cutCubic(cubic, a, b);
}
