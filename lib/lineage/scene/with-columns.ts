import type { ColumnTrace, ObjectColumns } from '../contract';
import { type CardFilter, chooseRows, NARROW_MAX, NO_FILTER } from './choose-rows';
import { columnLineId, joinColumnEdges } from './column-lines';
import { mergePath } from './merge-path';
import type { CardRow, OpenCard } from './open-card';
import { rowMiddle } from './open-card';
import type { Scene, SceneLine, SceneNode } from './scene';

/** What is opened in a scene, as far as it is loaded. */
export type OpenColumns = {
  /** Ids of cards that were opened by hand. */
  opened: ReadonlySet<string>;
  filters: ReadonlyMap<string, CardFilter>;
  /** Columns of opened cards and of cards on the path; undefined while they load. */
  known: Pick<ObjectColumns, 'objects' | 'edges'> | undefined;
  /** The path of the picked column; undefined when none is picked, or while it loads. */
  path: ColumnTrace | undefined;
  /** Hides all but the path. */
  only: boolean;
  isWaiting: boolean;
};

type Names = Map<string, Set<string>>;

/**
 * A scene with columns: opened cards show theirs, cards on the path those of the path, lines between two shown columns
 * stand in place of the line between their objects. A line to a folded card ends at its head.
 */
export function withColumns(scene: Scene, open: OpenColumns): Scene {
  const { path, known, opened } = open;
  if (opened.size === 0 && !path) return open.isWaiting ? { ...scene, isWaiting: true } : scene;
  const nodes = path ? mergePath(scene, path, open.only) : scene.nodes;
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const pathNames: Names = new Map(path?.nodes.map(({ id, columns }) => [id, namesOf(columns)]));
  const between = (known?.edges ?? []).filter(({ from, to }) => opened.has(from) && opened.has(to));
  const pathLines = joinColumnEdges(path?.edges ?? [], indexOf);
  const pathIds = new Set((path?.edges ?? []).map(columnLineId));
  const otherLines = open.only && path ? [] : joinColumnEdges(between, indexOf);
  const lined = namesAtLines([...pathLines, ...otherLines], nodes);
  const cards = new Map<number, OpenCard>();
  for (const [index, { id }] of nodes.entries()) {
    const card = openCard(id, open, pathNames.get(id), lined.get(id));
    if (card) cards.set(index, card);
  }
  const isShown = ({ from, to, columns }: SceneLine) =>
    (columns?.from == null || rowMiddle(cards.get(from), columns.from) !== undefined) &&
    (columns?.to == null || rowMiddle(cards.get(to), columns.to) !== undefined);
  const columnLines = [...pathLines, ...otherLines.filter(({ id }) => !pathIds.has(id))].filter(isShown);
  const replaced = new Set(columnLines.map(({ from, to }) => `${from}>${to}`));
  const objectLines = scene.lines.flatMap((line): SceneLine[] => {
    const from = indexOf.get(scene.nodes[line.from]?.id ?? '');
    const to = indexOf.get(scene.nodes[line.to]?.id ?? '');
    if (from === undefined || to === undefined || (open.only && path)) return [];
    return replaced.has(`${from}>${to}`) ? [] : [{ ...line, from, to }];
  });
  const lines = [...objectLines, ...sortByRows(columnLines, cards)];
  return {
    trace: scene.trace,
    nodes: joinLines(nodes, lines, cards),
    lines,
    focus: indexOf.get(scene.trace.root) ?? 0,
    indexOf,
    cards,
    path: path && pathOf(path, lines, indexOf, pathIds),
    isWaiting: open.isWaiting,
  };
}

const namesOf = (columns: readonly { name: string; local: boolean }[]) =>
  new Set(columns.filter(({ local }) => !local).map(({ name }) => name.toLowerCase()));

function namesAtLines(lines: readonly SceneLine[], nodes: readonly SceneNode[]): Names {
  const names: Names = new Map();
  const add = (node: number, column: string | null | undefined) => {
    const id = nodes[node]?.id;
    if (id === undefined || column == null) return;
    names.set(id, (names.get(id) ?? new Set()).add(column.toLowerCase()));
  };
  for (const { from, to, columns } of lines) {
    add(from, columns?.from);
    add(to, columns?.to);
  }
  return names;
}

const NONE: ReadonlySet<string> = new Set();

function openCard(
  id: string,
  { opened, filters, known, path, isWaiting }: OpenColumns,
  pathNames: ReadonlySet<string> = NONE,
  lined: ReadonlySet<string> = NONE,
): OpenCard | undefined {
  const isOpened = opened.has(id);
  if (!isOpened && pathNames.size === 0) return undefined;
  const columns = known?.objects.find((object) => object.id === id)?.columns;
  const traced = path?.nodes.find((node) => node.id === id)?.columns ?? [];
  const ofPath = traced
    .filter(({ local }) => !local)
    .map(({ name, dataType }) => ({ name, dataType: dataType ?? '' }));
  const toRow = (column: { name: string; dataType: string }): CardRow => ({
    ...column,
    hasIn: false,
    hasOut: false,
    isOnPath: pathNames.has(column.name.toLowerCase()),
  });
  const head = { headIn: false, headOut: false };
  // Columns that only SQL knows are not in the catalog; they are shown all the same.
  const inCatalog = namesOf((columns ?? []).map(({ name }) => ({ name, local: false })));
  const all = columns && [...columns, ...ofPath.filter(({ name }) => !inCatalog.has(name.toLowerCase()))];
  const total = all?.length;
  if (!isOpened || !all) {
    const shown = all ? all.filter(({ name }) => pathNames.has(name.toLowerCase())) : ofPath;
    const hasFoot = isOpened ? isWaiting : total === undefined || total > shown.length;
    const rows = shown.map(toRow);
    return { rows, total, matching: total, isOpened, hasFilter: false, hasFoot, ...head };
  }
  const filter = filters.get(id) ?? NO_FILTER;
  const { rows, matching } = chooseRows(all, filter, { path: pathNames, lined });
  const isWide = all.length > NARROW_MAX;
  const hasFoot = isWide || all.length === 0;
  return { rows: rows.map(toRow), total, matching, isOpened, hasFilter: isWide, hasFoot, ...head };
}

/** Lines of a card in the order of its rows, so that they leave it without crossing. */
function sortByRows(lines: readonly SceneLine[], cards: ReadonlyMap<number, OpenCard>): SceneLine[] {
  const heights = ({ from, to, columns }: SceneLine) => [
    rowMiddle(cards.get(from), columns?.from ?? null) ?? 0,
    rowMiddle(cards.get(to), columns?.to ?? null) ?? 0,
  ];
  return lines
    .map((line) => ({ line, at: heights(line) }))
    .sort(
      (a, b) =>
        a.line.from - b.line.from ||
        (a.at[0] ?? 0) - (b.at[0] ?? 0) ||
        a.line.to - b.line.to ||
        (a.at[1] ?? 0) - (b.at[1] ?? 0),
    )
    .map(({ line }) => line);
}

/** Gives nodes their lines, and rows and heads of opened cards the ends of lines. */
function joinLines(
  nodes: readonly SceneNode[],
  lines: readonly SceneLine[],
  cards: ReadonlyMap<number, OpenCard>,
): SceneNode[] {
  const joined = nodes.map((node): SceneNode => ({ ...node, incoming: [], outgoing: [] }));
  const mark = (node: number, column: string | null, side: 'In' | 'Out') => {
    const card = cards.get(node);
    if (!card) return;
    const row = card.rows.find(({ name }) => name.toLowerCase() === column?.toLowerCase());
    if (row) row[`has${side}`] = true;
    else card[`head${side}`] = true;
  };
  lines.forEach(({ from, to, columns }, index) => {
    joined[from]?.outgoing.push(index);
    joined[to]?.incoming.push(index);
    mark(from, columns?.from ?? null, 'Out');
    mark(to, columns?.to ?? null, 'In');
  });
  return joined;
}

function pathOf(
  path: ColumnTrace,
  lines: readonly SceneLine[],
  indexOf: ReadonlyMap<string, number>,
  ids: ReadonlySet<string>,
): NonNullable<Scene['path']> {
  const onPath = new Set<number>();
  lines.forEach(({ id, columns }, index) => {
    if (columns && ids.has(id)) onPath.add(index);
  });
  return { lines: onPath, nodes: new Set(path.nodes.flatMap(({ id }) => indexOf.get(id) ?? [])) };
}
