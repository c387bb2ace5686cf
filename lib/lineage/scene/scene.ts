import type { ColumnEdge, Edge, NotRead, Trace, TraceNode } from '../contract';
import type { Direction } from '../view-state';
import type { OpenCard } from './open-card';

/**
 * One drawn line: all edges from one object to another, or between the same two columns. `from` and `to` are indexes into
 * the scene's nodes.
 */
export type SceneLine = {
  /** The id of its first edge. */
  id: string;
  from: number;
  to: number;
  edges: (Edge | ColumnEdge)[];
  /** Solid: for one of its edges two or more methods agree. */
  isAgreed: boolean;
  /** Dotted: only filters and joins, no value flows. */
  isInfluence: boolean;
  /** The columns at its ends, null for the object as a whole; undefined for a line between objects. */
  columns?: { from: string | null; to: string | null };
};

export type SceneNode = TraceNode & {
  /** Hidden neighbours that this card can open, by side. */
  hidden: Record<Direction, number>;
  /** Hidden neighbours that the limit of drawn objects keeps away. */
  overLimit: Record<Direction, number>;
  /** What of it was not read; undefined when all was, or nothing of it can be. */
  notRead: NotRead | undefined;
  /** Indexes of drawn lines that end and start here. */
  incoming: number[];
  outgoing: number[];
};

export type ScenePath = { lines: ReadonlySet<number>; nodes: ReadonlySet<number> };

/** What is drawn, ready for a picture, a table or a tree; nodes by depth, then in display order. */
export type Scene = {
  trace: Trace;
  nodes: SceneNode[];
  lines: SceneLine[];
  focus: number;
  indexOf: ReadonlyMap<string, number>;
  /** Opened cards, by index of their node. */
  cards: ReadonlyMap<number, OpenCard>;
  /** The path of the picked column. */
  path: ScenePath | undefined;
  /** Columns are still loading: the card that was opened must stay in its place once more. */
  isWaiting: boolean;
};

/** Joins a trace's nodes, edges and hidden counts. */
export function buildScene(trace: Trace): Scene {
  const notRead = new Map(trace.notRead.map((one) => [one.node, one]));
  const nodes = trace.nodes.map(
    (node): SceneNode => ({
      ...node,
      notRead: notRead.get(node.id),
      hidden: { up: 0, down: 0 },
      overLimit: { up: 0, down: 0 },
      incoming: [],
      outgoing: [],
    }),
  );
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  for (const { node, direction, count, reason } of trace.hidden) {
    const found = nodes[indexOf.get(node) ?? -1];
    if (found) found[reason === 'limit' ? 'overLimit' : 'hidden'][direction] += count;
  }
  const lines = joinEdges(trace.edges, indexOf);
  lines.forEach((line, index) => {
    nodes[line.from]?.outgoing.push(index);
    nodes[line.to]?.incoming.push(index);
  });
  return {
    ...{ trace, nodes, lines, focus: indexOf.get(trace.root) ?? 0, indexOf },
    ...{ cards: new Map(), path: undefined, isWaiting: false },
  };
}

function joinEdges(edges: readonly Edge[], indexOf: ReadonlyMap<string, number>): SceneLine[] {
  const lines = new Map<string, SceneLine>();
  for (const edge of edges) {
    const from = indexOf.get(edge.from);
    const to = indexOf.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const key = `${from}>${to}`;
    const isAgreed = edge.verdict === 'agreed';
    const line = lines.get(key);
    if (line) {
      line.edges.push(edge);
      line.isAgreed ||= isAgreed;
    } else lines.set(key, { id: edge.id, from, to, edges: [edge], isAgreed, isInfluence: false });
  }
  return [...lines.values()];
}

/** The line that draws an edge; a line between columns goes by its own id. */
export function lineOfEdge(scene: Scene, edgeId: string): number | undefined {
  const index = scene.lines.findIndex(
    (line) => line.id === edgeId || line.edges.some(({ id }) => id === edgeId),
  );
  return index === -1 ? undefined : index;
}
