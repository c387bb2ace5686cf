import { describe, expect, it } from 'vitest';
import { graphFromPairs, testId } from '@/scripts/test/graph-from-pairs';
import type { ColumnEdge, ColumnEdgeKind, ColumnTrace, ObjectColumns } from '../contract';
import { trace } from '../graph/trace';
import { layoutGraph } from '../layout/layout-graph';
import { type CardFilter, chooseRows, NO_FILTER } from './choose-rows';
import { layoutInput } from './layout-input';
import { cardHeight, rowMiddle } from './open-card';
import { rowTarget } from './row-target';
import { buildScene, lineOfEdge, type Scene } from './scene';
import { type OpenColumns, withColumns } from './with-columns';

/** 0 → 1 → 2 → 3; the focus is 1, one level on both sides. */
const base = buildScene({
  ...trace(
    graphFromPairs(5, [
      [0, 1],
      [1, 2],
      [2, 3],
    ]),
    { root: 1, up: 1, down: 1, expand: '', limit: 100 },
  ),
  ...{ answeredInMs: 1, notRead: [], declaring: [] },
});

type End = [number, string | null];
const edge = ([from, fromColumn]: End, [to, toColumn]: End, kind: ColumnEdgeKind = 'direct'): ColumnEdge => ({
  ...{ id: `${from}${fromColumn}${to}${toColumn}${kind}`, from: testId(from), to: testId(to) },
  ...{ fromColumn, toColumn, kind, verdict: 'parsed-only', evidence: [] },
});
const object = (n: number, ...names: string[]): ObjectColumns['objects'][number] => ({
  id: testId(n),
  columns: names.map((name) => ({ name, dataType: 'int' })),
});
const known: ObjectColumns = {
  snapshot: 1,
  objects: [object(0, 'Id', 'Name', 'Note'), object(1, 'Id', 'Title')],
  edges: [edge([0, 'Id'], [1, 'Id']), edge([0, 'Name'], [1, 'Title'], 'expression')],
  unknown: [],
};
const closed: OpenColumns = {
  ...{ opened: new Set(), filters: new Map(), known: undefined, path: undefined },
  ...{ only: false, isWaiting: false },
};
const opened = (...numbers: number[]) => new Set(numbers.map(testId));

/** 0.Name → 1.Title → 2.Title → 3.Title: one hop further than the scene. */
const path: ColumnTrace = {
  ...{ level: 'column', snapshot: 1, root: testId(1), column: 'Title', answeredInMs: 1 },
  ...{ notRead: [], declaring: [] },
  nodes: [0, 1, 2, 3].map((n) => ({
    ...(base.nodes[0] as (typeof base.nodes)[number]),
    ...{ id: testId(n), depth: n - 1 },
    columns: [
      { name: n === 0 ? 'Name' : 'Title', depth: n - 1, kinds: [], local: false, dataType: 'nvarchar' },
    ],
  })),
  edges: [
    edge([0, 'Name'], [1, 'Title'], 'expression'),
    edge([1, 'Title'], [2, 'Title']),
    edge([2, 'Title'], [3, 'Title']),
  ],
  ...{ shown: 4, total: 4, hidden: [], notDrawn: { depth: 0, limit: 0 } },
  connected: { up: 1, down: 2, levelsUp: 1, levelsDown: 2 },
};

const number = (scene: Scene, index: number) => Number.parseInt(scene.nodes[index]?.id ?? '', 16);
const linesOf = (scene: Scene) =>
  scene.lines.map(({ from, to, columns }) => {
    const name = (node: number, column: string | null | undefined) =>
      `${number(scene, node)}${column == null ? '' : `.${column}`}`;
    return `${name(from, columns?.from)} > ${name(to, columns?.to)}`;
  });
const at = (scene: Scene, n: number) => scene.indexOf.get(testId(n)) as number;
const rowsOf = (scene: Scene, n: number) => scene.cards.get(at(scene, n))?.rows.map(({ name }) => name);

describe('opened cards', () => {
  it('change nothing while none is open', () => {
    expect(withColumns(base, closed)).toBe(base);
  });

  it('show their columns; a line to a folded card ends at its head', () => {
    const scene = withColumns(base, { ...closed, opened: opened(1), known });
    expect(rowsOf(scene, 1)).toEqual(['Id', 'Title']);
    expect(linesOf(scene)).toEqual(linesOf(base));
    expect(scene.cards.get(at(scene, 1))).toMatchObject({ headIn: true, headOut: true, total: 2 });
  });

  it('have lines between their rows in place of the line between the objects', () => {
    const scene = withColumns(base, { ...closed, opened: opened(0, 1), known });
    expect(linesOf(scene)).toEqual(['1 > 2', '0.Id > 1.Id', '0.Name > 1.Title']);
    const rows = scene.cards.get(at(scene, 0))?.rows ?? [];
    expect(rows.map(({ hasIn, hasOut }) => [hasIn, hasOut])).toEqual([
      [false, true],
      [false, true],
      [false, false],
    ]);
  });

  it('say that they load, and how many columns there are', () => {
    const waiting = withColumns(base, { ...closed, opened: opened(1), isWaiting: true });
    expect(waiting.cards.get(at(waiting, 1))).toMatchObject({ rows: [], total: undefined, hasFoot: true });
    const wide = object(1, ...Array.from({ length: 40 }, (_, i) => `c${i}`));
    const scene = withColumns(base, {
      ...closed,
      opened: opened(1),
      known: { ...known, objects: [wide], edges: [] },
    });
    expect(scene.cards.get(at(scene, 1))).toMatchObject({ total: 40, hasFilter: true, hasFoot: true });
    expect(rowsOf(scene, 1)).toHaveLength(16);
  });

  it('get the room of their rows, and edges end in the middle of a row', () => {
    const scene = withColumns(base, { ...closed, opened: opened(0, 1), known });
    const input = layoutInput(scene, new Float64Array(scene.nodes.length).fill(208), { targetWidth: 0 });
    const card = scene.cards.get(at(scene, 1));
    expect(input.height[at(scene, 1)]).toBe(cardHeight(card));
    expect(cardHeight(card)).toBe(48 + 2 * 24);
    const layout = layoutGraph(input);
    const line = scene.lines.findIndex(({ columns }) => columns?.to === 'Title');
    const end = layout.lanes[(layout.routeStart[line + 1] as number) * 3 - 1];
    expect(end).toBe((layout.y[at(scene, 1)] as number) + (rowMiddle(card, 'title') as number));
  });
});

describe('the path of a column', () => {
  it('opens the cards on it to its columns, and brings the objects that the depths leave out', () => {
    const scene = withColumns(base, { ...closed, path, known });
    expect(scene.nodes.map((_, index) => number(scene, index))).toEqual([0, 1, 2, 3]);
    expect(scene.nodes.map(({ depth }) => depth)).toEqual([-1, 0, 1, 2]);
    expect([0, 1, 2, 3].map((n) => rowsOf(scene, n))).toEqual([['Name'], ['Title'], ['Title'], ['Title']]);
    expect(linesOf(scene)).toEqual(['0.Name > 1.Title', '1.Title > 2.Title', '2.Title > 3.Title']);
    expect(scene.path?.lines.size).toBe(3);
    expect(scene.cards.get(at(scene, 0))).toMatchObject({ total: 3, hasFoot: true, isOpened: false });
  });

  it('alone, hides the rest but keeps the focus', () => {
    const short = { ...path, nodes: path.nodes.slice(2), edges: path.edges.slice(2), root: testId(2) };
    const scene = withColumns(base, { ...closed, path: short, only: true });
    expect(scene.nodes.map((_, index) => number(scene, index))).toEqual([1, 2, 3]);
    expect(linesOf(scene)).toEqual(['2.Title > 3.Title']);
    expect(number(scene, scene.focus)).toBe(1);
  });

  it('tells lines through which no value flows', () => {
    const filter = edge([0, 'Note'], [1, null], 'filter');
    const scene = withColumns(base, { ...closed, path: { ...path, edges: [...path.edges, filter] } });
    expect(scene.lines.filter(({ isInfluence }) => isInfluence)).toHaveLength(0);
    const withNote = path.nodes.map((node, n) =>
      n === 0 ? { ...node, columns: [...node.columns, { ...node.columns[0], name: 'Note' }] } : node,
    ) as ColumnTrace['nodes'];
    const shown = withColumns(base, {
      ...closed,
      path: { ...path, nodes: withNote, edges: [...path.edges, filter] },
    });
    const line = shown.lines.find(({ isInfluence }) => isInfluence);
    expect(line?.columns).toEqual({ from: 'Note', to: null });
    expect(lineOfEdge(shown, line?.id ?? '')).toBe(shown.lines.indexOf(line as (typeof shown.lines)[number]));
  });
});

describe('arrow keys in opened cards', () => {
  const scene = withColumns(base, { ...closed, opened: opened(0, 1), known });
  const y = Float64Array.from(scene.nodes, (_, index) => index);
  const go = (n: number, row: string | undefined, key: Parameters<typeof rowTarget>[3]) => {
    const to = rowTarget(scene, y, { node: at(scene, n), row }, key);
    return to && [number(scene, to.node), to.row];
  };

  it.each([
    [1, undefined, 'ArrowDown', [1, 'Id']],
    [1, 'Id', 'ArrowDown', [1, 'Title']],
    [1, 'Title', 'ArrowDown', undefined],
    [1, 'Title', 'ArrowUp', [1, 'Id']],
    [1, 'Id', 'ArrowUp', [1, undefined]],
    [1, 'Title', 'ArrowLeft', [0, 'Name']],
    [0, 'Id', 'ArrowRight', [1, 'Id']],
    [1, 'Title', 'ArrowRight', [2, undefined]],
    [1, undefined, 'ArrowLeft', [0, undefined]],
  ] as const)('from %s.%s with %s', (n, row, key, target) => {
    expect(go(n, row, key)).toEqual(target);
  });
});

describe('the rows of a wide card', () => {
  const columns = Array.from({ length: 300 }, (_, i) => ({ name: `Column${i}` }));
  const choose = (filter: CardFilter, path: string[] = [], lined: string[] = []) =>
    chooseRows(columns, filter, { path: new Set(path), lined: new Set(lined) });

  it('are those of the path, then those with lines, then the first, in their order', () => {
    const { rows, matching } = choose(NO_FILTER, ['column250'], ['column100']);
    expect(rows.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 14 }, (_, i) => `Column${i}`),
      'Column100',
      'Column250',
    ]);
    expect(matching).toBe(300);
  });

  it('are what the filter finds', () => {
    const { rows, matching } = choose({ text: ' COLUMN29', showsAll: false });
    expect([rows.length, matching]).toEqual([11, 11]);
    expect(choose({ text: 'zz', showsAll: false })).toEqual({ rows: [], matching: 0 });
  });

  it('are never more than one card can take', () => {
    expect(choose({ text: '', showsAll: true }).rows).toHaveLength(200);
  });
});
