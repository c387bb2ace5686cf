import { describe, expect, it } from 'vitest';
import { graphFromPairs, testId } from '@/scripts/test/graph-from-pairs';
import type { NotRead } from '../contract';
import { trace } from '../graph/trace';
import { layoutGraph } from '../layout/layout-graph';
import { arrowTarget } from './arrow-target';
import { depthSections } from './depth-sections';
import { layoutInput } from './layout-input';
import { methodsTowardFocus } from './methods-toward-focus';
import { pathBetween } from './path-between';
import { buildScene, lineOfEdge, type Scene } from './scene';
import { sceneTreeRows } from './tree-rows';

/** 0 → 1 → 3 → 4 → 5, 0 → 2 → 3, 3 → 6; the focus is 3. */
const PAIRS: Array<[number, number]> = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 4],
  [4, 5],
  [3, 6],
];

const sceneOf = (up: number, down: number, pairs = PAIRS, root = 3, notRead: NotRead[] = []): Scene =>
  buildScene({
    ...trace(graphFromPairs(8, pairs), { root, up, down, expand: '', limit: 100 }),
    notRead,
    declaring: [],
    answeredInMs: 1,
  });

const at = (scene: Scene, n: number): number => scene.indexOf.get(testId(n)) as number;
const number = (scene: Scene, index: number | undefined): number | undefined =>
  index === undefined ? undefined : Number.parseInt(scene.nodes[index]?.id ?? '', 16);

describe('a scene', () => {
  it('knows of each object what was not read', () => {
    const notRead = { node: testId(4), definition: 'read', statements: 2, parts: 0 } as const;
    const scene = sceneOf(1, 1, PAIRS, 3, [notRead]);
    expect(scene.nodes[at(scene, 4)]?.notRead).toEqual(notRead);
    expect(scene.nodes[at(scene, 6)]?.notRead).toBeUndefined();
  });

  it('joins nodes with their lines and their hidden neighbours', () => {
    const scene = sceneOf(1, 1);
    const focus = scene.nodes[scene.focus];
    expect([number(scene, scene.focus), focus?.incoming.length, focus?.outgoing.length]).toEqual([3, 2, 2]);
    expect(scene.nodes[at(scene, 1)]?.hidden).toEqual({ up: 1, down: 0 });
    expect(scene.nodes[at(scene, 4)]?.hidden).toEqual({ up: 0, down: 1 });
    expect(scene.nodes[at(scene, 6)]?.hidden).toEqual({ up: 0, down: 0 });
  });

  it('draws one line for all edges between the same two objects, solid as soon as one of them is agreed', () => {
    const { trace: plain } = sceneOf(1, 0);
    const [edge] = plain.edges;
    if (!edge) throw new Error('no edge');
    const written = { ...edge, id: `${edge.from}-${edge.to}-writes`, kind: 'writes' as const };
    const scene = buildScene({ ...plain, edges: [edge, { ...written, verdict: 'agreed' }] });
    expect(scene.lines).toHaveLength(1);
    expect(scene.lines[0]).toMatchObject({ id: edge.id, isAgreed: true });
    expect([lineOfEdge(scene, written.id), lineOfEdge(scene, 'none')]).toEqual([0, undefined]);
  });

  it('lists the columns from left to right, with what is hidden one step beyond', () => {
    const sections = depthSections(sceneOf(1, 1));
    expect(sections.map(({ title, nodes, hiddenBeyond }) => [title, nodes.length, hiddenBeyond])).toEqual([
      ['1 up', 2, { direction: 'up', count: 1 }],
      ['Focus', 1, undefined],
      ['1 down', 2, { direction: 'down', count: 1 }],
    ]);
  });
});

describe('a path', () => {
  const scene = sceneOf(5, 5);
  const linesBetween = (a: number, b: number) =>
    [...pathBetween(scene, at(scene, a), at(scene, b)).lines]
      .map((line) => scene.lines[line])
      .map((line) => `${number(scene, line?.from)}>${number(scene, line?.to)}`)
      .sort();

  it('holds every way between two objects, and nothing beside', () => {
    expect(linesBetween(0, 4)).toEqual(['0>1', '0>2', '1>3', '2>3', '3>4']);
    expect(linesBetween(3, 5)).toEqual(['3>4', '4>5']);
  });

  it('is found against the flow too', () => {
    expect(linesBetween(4, 0)).toEqual(linesBetween(0, 4));
  });

  it('is empty where no data flows', () => {
    expect(linesBetween(1, 2)).toEqual([]);
    expect(linesBetween(3, 3)).toEqual([]);
  });
});

describe('the arrow keys', () => {
  const scene = sceneOf(5, 5);
  const { y } = layoutGraph(
    layoutInput(scene, new Float64Array(scene.nodes.length).fill(160), { targetWidth: 0 }),
  );
  const to = (n: number, key: Parameters<typeof arrowTarget>[3]) =>
    number(scene, arrowTarget(scene, y, at(scene, n), key));

  it('follow the lineage to the left and right', () => {
    expect(to(4, 'ArrowLeft')).toBe(3);
    expect(to(4, 'ArrowRight')).toBe(5);
    expect(to(5, 'ArrowRight')).toBeUndefined();
    expect([1, 2]).toContain(to(3, 'ArrowLeft'));
  });

  it('move inside the column, and stop at its ends', () => {
    const [upper, lower] = (y[at(scene, 1)] ?? 0) < (y[at(scene, 2)] ?? 0) ? [1, 2] : [2, 1];
    expect(to(upper, 'ArrowDown')).toBe(lower);
    expect(to(lower, 'ArrowUp')).toBe(upper);
    expect(to(upper, 'ArrowUp')).toBeUndefined();
  });

  it('lead to a card of the same column when the lineage only goes there', () => {
    const level = sceneOf(1, 1, [
      [1, 3],
      [2, 3],
      [1, 2],
    ]);
    expect(number(level, arrowTarget(level, { 0: 0 }, at(level, 2), 'ArrowLeft'))).toBe(1);
  });
});

describe('the layout of a scene', () => {
  it('keeps the clicked card where it was while others come in', () => {
    const before = sceneOf(1, 1);
    const placed = layoutGraph(layoutInput(before, new Float64Array(5).fill(160), { targetWidth: 0 }));
    const places = new Map(
      before.nodes.map(({ id }, i) => [id, { x: placed.x[i] as number, y: placed.y[i] as number }]),
    );
    const after = sceneOf(2, 1);
    const input = layoutInput(after, new Float64Array(6).fill(160), {
      targetWidth: 0,
      before: places,
      anchorId: testId(1),
    });
    const { x, y } = layoutGraph(input);
    const clicked = at(after, 1);
    expect({ x: x[clicked], y: y[clicked] }).toEqual(places.get(testId(1)));
  });

  it('gives room to the expanders', () => {
    const { roomLeft, roomRight } = layoutInput(sceneOf(1, 1), new Float64Array(5).fill(160), {
      targetWidth: 0,
    });
    expect([...roomLeft].filter((room) => room > 0)).toHaveLength(2);
    expect([...roomRight].filter((room) => room > 0)).toHaveLength(1);
  });
});

describe('the tree of a scene', () => {
  const rowsOf = (scene: Scene, closed: number[] = []) =>
    sceneTreeRows(scene, (id) => closed.includes(Number.parseInt(id, 16))).map(
      ({ node, level, children, otherWays }) => [number(scene, node), level, children, otherWays],
    );

  it('holds every object once, under its way to the focus', () => {
    expect(rowsOf(sceneOf(5, 5))).toEqual([
      [3, 1, 0, 0],
      [1, 1, 1, 0],
      [0, 2, 0, 1],
      [2, 1, 0, 0],
      [4, 1, 1, 0],
      [5, 2, 0, 0],
      [6, 1, 0, 0],
    ]);
  });

  it('leaves out what is under a closed row', () => {
    expect(rowsOf(sceneOf(5, 5), [4]).map(([n]) => n)).toEqual([3, 1, 0, 2, 4, 6]);
  });
});

describe('the methods towards the focus', () => {
  it('count the best edge to the next column, and nothing for the focus', () => {
    const scene = sceneOf(2, 1);
    const edge = scene.lines[scene.nodes[at(scene, 1)]?.outgoing[0] ?? -1]?.edges[0];
    edge?.evidence.push({ ...(edge.evidence[0] as (typeof edge.evidence)[0]), method: 'hint' });
    expect([1, 2, 4, 3].map((n) => methodsTowardFocus(scene, at(scene, n)))).toEqual([2, 1, 1, 0]);
  });
});
