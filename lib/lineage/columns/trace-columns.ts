import type { ColumnTrace } from '@/lib/lineage/contract';
import { at, type Direction, type LineageGraph } from '../graph/graph';
import { toNode } from '../graph/to-node';
import { COLUMN_ROLES, type ColumnGraph } from './column-graph';
import { drawnColumnEdges } from './drawn-column-edges';
import { COLUMN_EDGE_KINDS, type ColumnReach, forEachEdge, reachColumns } from './reach-columns';

export type ColumnTraceRequest = {
  /** Number of the object in the graph, and the places that are traced. */
  readonly root: number;
  readonly places: readonly number[];
  readonly column: string | null;
  readonly up: number;
  readonly down: number;
  /** Follow filters and joins too. */
  readonly influence: boolean;
  /** Show local columns. */
  readonly locals: boolean;
  /** Objects drawn at most. */
  readonly limit: number;
};

const COLUMN = COLUMN_ROLES.indexOf('column');
const PORT = COLUMN_ROLES.indexOf('port');

/** The lineage of one column, or of all columns of an object: see `ColumnTrace` in the contract for what counts. */
export function traceColumns(
  graph: LineageGraph,
  columns: ColumnGraph,
  request: ColumnTraceRequest,
): Omit<ColumnTrace, 'answeredInMs' | 'notRead' | 'declaring'> {
  const { influence } = request;
  const up = reachColumns(columns, request.places, { direction: 'up', influence });
  const down = reachColumns(columns, request.places, { direction: 'down', influence });
  /** Signed hops; the nearer side, upstream when equal; undefined where there is no way. */
  const depthOf = (place: number): number | undefined => {
    const above = at(up.distance, place);
    const below = at(down.distance, place);
    if (above !== -1 && (below === -1 || above <= below)) return -above || 0;
    return below === -1 ? undefined : below;
  };
  const isWanted = (depth: number) => (depth < 0 ? -depth <= request.up : depth <= request.down);
  const connected = [...new Set([...up.places, ...down.places])];
  const wanted = connected.filter((place) => isWanted(depthOf(place) ?? 0));
  const drawn = drawnPlaces(columns, wanted, (place) => Math.abs(depthOf(place) ?? 0), request);
  const counted = (places: Iterable<number>) => {
    let count = 0;
    for (const place of places) if (isColumn(columns, place)) count += 1;
    return count;
  };
  const others = ({ places, distance }: ColumnReach) =>
    counted(places.filter((place) => at(distance, place) > 0));
  const [total, asked, shown] = [counted(connected), counted(wanted), counted(drawn)];
  return {
    level: 'column',
    snapshot: graph.snapshot,
    root: at(graph.ids, request.root),
    column: request.column,
    nodes: drawnNodes(graph, columns, drawn, { ...request, depthOf }),
    edges: drawnColumnEdges(graph, columns, drawn, request),
    shown,
    total,
    connected: {
      up: others(up),
      down: others(down),
      levelsUp: up.levels,
      levelsDown: down.levels,
    },
    hidden: hiddenNeighbours(graph, columns, drawn, new Set(wanted), { influence, reach: { up, down } }),
    notDrawn: { depth: total - asked, limit: asked - shown },
  };
}

const isColumn = (columns: ColumnGraph, place: number) =>
  columns.roles[place] === COLUMN && columns.names[place] !== '';

/** Nearest first, with the root's object first of all, until `limit` objects are drawn. */
function drawnPlaces(
  { objects }: ColumnGraph,
  wanted: readonly number[],
  hopsOf: (place: number) => number,
  { root, limit }: ColumnTraceRequest,
): Set<number> {
  const drawn = new Set<number>();
  const owners = new Set([root]);
  for (const place of wanted.toSorted((a, b) => hopsOf(a) - hopsOf(b) || a - b)) {
    const owner = at(objects, place);
    if (!owners.has(owner) && owners.size >= limit) continue;
    owners.add(owner);
    drawn.add(place);
  }
  return drawn;
}

function drawnNodes(
  graph: LineageGraph,
  columns: ColumnGraph,
  drawn: ReadonlySet<number>,
  {
    root,
    influence,
    locals,
    depthOf,
  }: ColumnTraceRequest & { depthOf: (place: number) => number | undefined },
): ColumnTrace['nodes'] {
  const nodes = new Map<number, ColumnTrace['nodes'][number]>([
    [root, { ...toNode(graph, root), depth: 0, columns: [] }],
  ]);
  for (const place of [...drawn].sort((a, b) => a - b)) {
    const object = at(columns.objects, place);
    const depth = depthOf(place) ?? 0;
    const node = nodes.get(object) ?? { ...toNode(graph, object), depth, columns: [] };
    nodes.set(object, node);
    if (object !== root && Math.abs(depth) < Math.abs(node.depth)) node.depth = depth;
    const role = at(columns.roles, place);
    const name = at(columns.names, place);
    if (role === PORT || name === '' || (role !== COLUMN && !locals)) continue;
    const kinds = new Set<number>();
    forEachEdge(columns, place, { direction: depth < 0 ? 'down' : 'up', influence }, (edge, other) => {
      if (depth !== 0 && drawn.has(other)) kinds.add(at(columns.edges.kind, edge));
    });
    const kindNames = COLUMN_EDGE_KINDS.filter((_, kind) => kinds.has(kind));
    node.columns.push({
      ...{ name, depth, kinds: kindNames, local: role !== COLUMN },
      dataType: at(columns.types, place) || null,
    });
  }
  return [...nodes.entries()]
    .sort(([a, one], [b, two]) => one.depth - two.depth || a - b)
    .map(([, node]) => node);
}

/** Places one hop beyond what is drawn, for each drawn object, side and reason. */
function hiddenNeighbours(
  graph: LineageGraph,
  columns: ColumnGraph,
  drawn: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
  { influence, reach }: { influence: boolean; reach: Record<Direction, ColumnReach> },
): ColumnTrace['hidden'] {
  const found = new Map<string, { entry: ColumnTrace['hidden'][number]; places: Set<number> }>();
  for (const place of drawn) {
    for (const direction of ['up', 'down'] as const) {
      if (at(reach[direction].distance, place) === -1) continue;
      forEachEdge(columns, place, { direction, influence }, (_, other) => {
        if (drawn.has(other)) return;
        const reason = wanted.has(other) ? 'limit' : 'depth';
        const node = at(graph.ids, at(columns.objects, place));
        const key = `${node} ${direction} ${reason}`;
        const known = found.get(key) ?? { entry: { node, direction, count: 0, reason }, places: new Set() };
        found.set(key, known);
        known.places.add(other);
      });
    }
  }
  return [...found.values()].map(({ entry, places }) => ({ ...entry, count: places.size }));
}
