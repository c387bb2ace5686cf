import { describe, expect, it } from 'vitest';
import type { LayoutInput } from './layout';
import { layoutGraph } from './layout-graph';
import { findHits, findOverlaps } from './testing/find-hits';
import { generateTrace } from './testing/generate-trace';

const graph = (depths: number[], edges: Array<[number, number]>): LayoutInput => ({
  depth: Int32Array.from(depths),
  width: new Float64Array(depths.length).fill(160),
  height: new Float64Array(depths.length).fill(48),
  roomLeft: new Float64Array(depths.length),
  roomRight: new Float64Array(depths.length),
  from: Int32Array.from(edges, ([from]) => from),
  to: Int32Array.from(edges, ([, to]) => to),
  ports: null,
  anchor: { node: 0, x: 0, y: 0 },
  keep: null,
  effort: 'full',
  targetWidth: 0,
});

const plain = (layout: ReturnType<typeof layoutGraph>) => ({
  ...layout,
  x: [...layout.x],
  y: [...layout.y],
  routeStart: [...layout.routeStart],
  lanes: [...layout.lanes],
});

describe('layoutGraph', () => {
  it.each([1, 2, 3])('gives the same layout for the same graph (seed %i)', (seed) => {
    const first = layoutGraph(generateTrace(300, seed));
    const second = layoutGraph(generateTrace(300, seed));
    expect(plain(second)).toEqual(plain(first));
  });

  it.each([
    [8, 1],
    [40, 2],
    [40, 3],
    [200, 4],
    [700, 5],
  ])('never lays cards on each other or lines over cards (%i nodes, seed %i)', (size, seed) => {
    for (const effort of ['rough', 'full'] as const) {
      const input = { ...generateTrace(size, seed), effort };
      const layout = layoutGraph(input);
      expect(findOverlaps(input, layout)).toEqual([]);
      expect(findHits(input, layout)).toEqual([]);
    }
  });

  it('places cards of different heights without overlaps', () => {
    const input = generateTrace(120, 9);
    input.height.forEach((_, v) => {
      input.height[v] = v % 5 === 0 ? 48 + 24 * (v % 11) : 48;
    });
    const layout = layoutGraph(input);
    expect(findOverlaps(input, layout)).toEqual([]);
    expect(findHits(input, layout)).toEqual([]);
  });

  it('puts every node into the column of its hops, and columns from left to right', () => {
    const input = generateTrace(150, 6);
    const { x, columns } = layoutGraph(input);
    const columnX = new Map(columns.map((column) => [column.depth, column.x]));
    expect([...x]).toEqual([...input.depth].map((depth) => columnX.get(depth)));
    for (let i = 1; i < columns.length; i++) {
      const [before, column] = [columns[i - 1], columns[i]];
      expect(column?.x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0) + 40);
    }
    expect(columns.reduce((sum, column) => sum + column.nodes, 0)).toBe(150);
  });

  it('starts and ends every line at the ports of its cards', () => {
    const input = generateTrace(200, 7);
    const { x, y, routeStart, lanes } = layoutGraph(input);
    for (let e = 0; e < input.from.length; e++) {
      const [from, to] = [input.from[e] as number, input.to[e] as number];
      const [first, last] = [(routeStart[e] as number) * 3, (routeStart[e + 1] as number) * 3 - 3];
      expect([lanes[first], lanes[first + 2]]).toEqual([
        (x[from] as number) + (input.width[from] as number),
        (y[from] as number) + 24,
      ]);
      expect([lanes[last + 1], lanes[last + 2]]).toEqual([x[to], (y[to] as number) + 24]);
    }
  });

  it('draws the golden picture: a diamond, a skipping edge, an edge back and a loop', () => {
    const layout = layoutGraph(
      graph(
        [0, -1, -1, -2, 1, 1],
        [
          [1, 0],
          [2, 0],
          [3, 1],
          [3, 2],
          [0, 4],
          [0, 5],
          [3, 4],
          [4, 1],
          [5, 5],
        ],
      ),
    );
    expect({
      x: [...layout.x],
      y: [...layout.y].map(Math.round),
      crossings: layout.crossings,
      skipping: [
        ...layout.lanes.subarray((layout.routeStart[6] as number) * 3, (layout.routeStart[7] as number) * 3),
      ].map(Math.round),
      back: [
        ...layout.lanes.subarray((layout.routeStart[7] as number) * 3, (layout.routeStart[8] as number) * 3),
      ].map(Math.round),
      loop: [
        ...layout.lanes.subarray((layout.routeStart[8] as number) * 3, (layout.routeStart[9] as number) * 3),
      ].map(Math.round),
    }).toMatchInlineSnapshot(`
      {
        "back": [
          360,
          360,
          -20,
          360,
          200,
          91,
          160,
          0,
          93,
          -40,
          -200,
          95,
          -200,
          -200,
          60,
        ],
        "crossings": 0,
        "loop": [
          360,
          360,
          56,
          360,
          200,
          24,
          200,
          200,
          56,
        ],
        "skipping": [
          -240,
          -240,
          -4,
          -200,
          -40,
          -36,
          0,
          160,
          -33,
          200,
          200,
          -20,
        ],
        "x": [
          0,
          -200,
          -200,
          -400,
          200,
          200,
        ],
        "y": [
          0,
          36,
          -26,
          -28,
          -44,
          32,
        ],
      }
    `);
  });

  it('keeps lines straight beside a card until its expander has room', () => {
    const input = graph(
      [0, 1, 1],
      [
        [0, 1],
        [0, 2],
      ],
    );
    input.roomRight[0] = 50;
    const { lanes, columns } = layoutGraph(input);
    expect([...lanes.subarray(0, 2)]).toEqual([160, 210]);
    expect(columns[1]?.x).toBe(160 + 50 + 40);
  });

  it('lays a chain out as one straight line', () => {
    const layout = layoutGraph(
      graph(
        [0, 1, 2, -1],
        [
          [3, 0],
          [0, 1],
          [1, 2],
        ],
      ),
    );
    expect([...layout.y].map((y) => Math.abs(y) < 0.01)).toEqual([true, true, true, true]);
  });

  it('widens the gaps towards the width it may use, up to a limit', () => {
    const narrow = graph([0, 1], [[0, 1]]);
    const gap = (targetWidth: number) => {
      const { x } = layoutGraph({ ...narrow, targetWidth });
      return (x[1] as number) - 160;
    };
    expect(gap(0)).toBe(40);
    expect(gap(380)).toBe(60);
    expect(gap(5_000)).toBe(92);
  });

  it('places a single node, and nothing at all', () => {
    expect(plain(layoutGraph(graph([0], [])))).toMatchObject({ x: [0], y: [0], right: 160, bottom: 48 });
    expect(layoutGraph(graph([], [])).x).toHaveLength(0);
  });
});

describe('ports at rows of cards', () => {
  /** 0 and 1 in the first column, 2 in the second; rows are 24 px. */
  const rows = (edges: Array<[number, number]>, ports: Array<[number, number]>): LayoutInput => ({
    ...graph([-1, -1, 0], edges),
    height: Float64Array.from([48 + 6 * 24, 48, 48 + 6 * 24]),
    ports: { from: Float64Array.from(ports, ([a]) => a), to: Float64Array.from(ports, ([, b]) => b) },
  });
  const ends = (layout: ReturnType<typeof layoutGraph>, edge: number) => {
    const first = layout.routeStart[edge] as number;
    const last = (layout.routeStart[edge + 1] as number) - 1;
    return [layout.lanes[first * 3 + 2], layout.lanes[last * 3 + 2]] as [number, number];
  };

  it('are where edges start and end', () => {
    const edges: Array<[number, number]> = [
      [0, 2],
      [0, 2],
      [1, 2],
    ];
    const ports: Array<[number, number]> = [
      [60, 180],
      [84, 24],
      [24, 60],
    ];
    const layout = layoutGraph(rows(edges, ports));
    edges.forEach(([from, to], e) => {
      const [start, end] = ends(layout, e);
      const [out, into] = ports[e] as [number, number];
      expect([start - (layout.y[from] as number), end - (layout.y[to] as number)]).toEqual([out, into]);
    });
  });

  it('pull their cards so that one edge between two rows is straight', () => {
    const layout = layoutGraph(rows([[0, 2]], [[180, 60]]));
    const [start, end] = ends(layout, 0);
    expect(Math.abs(start - end)).toBeLessThanOrEqual(1);
  });

  it('have a lane of their own through the columns between', () => {
    const input: LayoutInput = {
      ...graph(
        [-2, -1, 0],
        [
          [0, 1],
          [0, 2],
          [0, 2],
        ],
      ),
      height: Float64Array.from([48 + 4 * 24, 48, 48 + 4 * 24]),
      ports: { from: Float64Array.from([24, 60, 84]), to: Float64Array.from([24, 60, 84]) },
    };
    const layout = layoutGraph(input);
    const heights = [1, 2].map((e) => layout.lanes[((layout.routeStart[e] as number) + 1) * 3 + 2] as number);
    expect(heights[0]).toBeLessThan(heights[1] as number);
    expect(findHits(input, layout)).toEqual([]);
  });
});
