import { describe, expect, it } from 'vitest';
import type { LayoutInput } from './layout';
import { layoutGraph } from './layout-graph';
import { findHits, findOverlaps } from './testing/find-hits';
import { generateTrace } from './testing/generate-trace';

/** Several traces side by side in one input; `shift` moves the columns of each further one. */
function together(parts: LayoutInput[], shift: number): LayoutInput {
  const first = parts[0] as LayoutInput;
  let nodes = 0;
  const offsets = parts.map(({ depth }) => {
    nodes += depth.length;
    return nodes - depth.length;
  });
  const join = (pick: (part: LayoutInput) => Float64Array) =>
    Float64Array.from(parts.flatMap((part) => [...pick(part)]));
  const ends = (pick: (part: LayoutInput) => Int32Array) =>
    Int32Array.from(parts.flatMap((part, i) => [...pick(part)].map((v) => v + (offsets[i] as number))));
  return {
    ...first,
    depth: Int32Array.from(parts.flatMap((part, i) => [...part.depth].map((depth) => depth + i * shift))),
    width: join((part) => part.width),
    height: join((part) => part.height),
    roomLeft: join((part) => part.roomLeft),
    roomRight: join((part) => part.roomRight),
    from: ends((part) => part.from),
    to: ends((part) => part.to),
  };
}

const heightOf = (input: LayoutInput) => {
  const { top, bottom } = layoutGraph(input);
  return bottom - top;
};

describe('unconnected parts', () => {
  const parts = [generateTrace(40, 1), generateTrace(25, 2), generateTrace(12, 3), generateTrace(3, 4)];

  it('share the columns without touching each other', () => {
    const input = together(parts, 0);
    const layout = layoutGraph(input);
    expect(findOverlaps(input, layout)).toEqual([]);
    expect(findHits(input, layout)).toEqual([]);
  });

  it('use the room beside each other: the drawing is lower than the parts on top of each other', () => {
    const stacked = parts.reduce((sum, part) => sum + heightOf(part), 0);
    expect(heightOf(together(parts, 3))).toBeLessThan(stacked);
  });

  it('stand side by side when they share no column', () => {
    const [a, b] = [parts[2] as LayoutInput, parts[3] as LayoutInput];
    const apart = together([a, b], 40);
    expect(heightOf(apart)).toBeLessThan(heightOf(a) + heightOf(b));
  });
});
