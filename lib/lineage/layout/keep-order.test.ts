import { describe, expect, it } from 'vitest';
import type { Layout, LayoutInput } from './layout';
import { layoutGraph } from './layout-graph';
import { findHits, findOverlaps } from './testing/find-hits';
import { generateTrace } from './testing/generate-trace';

/** `input` without the nodes that `isHidden` names; the map leads from kept nodes to their index in the whole. */
function without(input: LayoutInput, isHidden: (v: number) => boolean) {
  const kept = Array.from(input.depth.keys()).filter((v) => !isHidden(v));
  const local = new Map(kept.map((v, i) => [v, i]));
  const edges = [...input.from.keys()].filter(
    (e) => local.has(input.from[e] as number) && local.has(input.to[e] as number),
  );
  const pick = (array: Float64Array) => Float64Array.from(kept, (v) => array[v] as number);
  const smaller: LayoutInput = {
    ...input,
    depth: Int32Array.from(kept, (v) => input.depth[v] as number),
    width: pick(input.width),
    height: pick(input.height),
    roomLeft: pick(input.roomLeft),
    roomRight: pick(input.roomRight),
    from: Int32Array.from(edges, (e) => local.get(input.from[e] as number) as number),
    to: Int32Array.from(edges, (e) => local.get(input.to[e] as number) as number),
  };
  return { smaller, kept };
}

function expand(size: number, seed: number) {
  const whole = generateTrace(size, seed);
  const { smaller, kept } = without(whole, (v) => v > 0 && v % 30 === 7);
  const before = layoutGraph(smaller);
  const keep = new Float64Array(size).fill(Number.NaN);
  kept.forEach((v, i) => {
    keep[v] = before.y[i] as number;
  });
  const clicked = Math.floor(kept.length / 2);
  const anchor = {
    node: kept[clicked] as number,
    x: before.x[clicked] as number,
    y: before.y[clicked] as number,
  };
  const input: LayoutInput = { ...whole, keep, anchor };
  return { input, before, after: layoutGraph(input), kept, anchor };
}

const pairsInColumn = (input: LayoutInput, kept: number[]) =>
  kept.flatMap((v, i) =>
    kept.flatMap((w, j) => (i < j && input.depth[v] === input.depth[w] ? [[i, j] as const] : [])),
  );

const isAbove = (layout: Layout, a: number, b: number) => (layout.y[a] as number) < (layout.y[b] as number);

describe('expanding', () => {
  it.each([
    [60, 1],
    [200, 2],
    [600, 3],
  ])('swaps no two cards that are on screen (%i nodes, seed %i)', (size, seed) => {
    const { input, before, after, kept } = expand(size, seed);
    const pairs = pairsInColumn(input, kept);
    const swapped = pairs.filter(
      ([i, j]) => isAbove(before, i, j) !== isAbove(after, kept[i] as number, kept[j] as number),
    );
    expect(pairs.length).toBeGreaterThan(size);
    expect(swapped).toEqual([]);
    expect(findOverlaps(input, after)).toEqual([]);
    expect(findHits(input, after)).toEqual([]);
  });

  it('leaves the clicked card exactly where it was', () => {
    const { after, anchor } = expand(200, 4);
    expect([after.x[anchor.node], after.y[anchor.node]]).toEqual([anchor.x, anchor.y]);
  });

  it('moves the others less than a layout from scratch does', () => {
    const { input, before, after, kept, anchor } = expand(300, 5);
    const scratch = layoutGraph({ ...input, keep: null, anchor });
    const moved = (layout: Layout) =>
      kept.reduce((sum, v, i) => sum + Math.abs((layout.y[v] as number) - (before.y[i] as number)), 0);
    expect(moved(after)).toBeLessThan(moved(scratch) / 2);
  });
});
