import type { Edge, Trace, TraceNode } from '../contract';
import type { Direction } from '../view-state';

/** One drawn line: all edges from one object to another. `from` and `to` are indexes into the scene's nodes. */
export type SceneLine = {
  /** The id of its first edge. */
  id: string;
  from: number;
  to: number;
  edges: Edge[];
  /** Solid: for one of its edges two or more methods agree. */
  isAgreed: boolean;
};

export type SceneNode = TraceNode & {
  /** Hidden neighbours that this card can open, by side. */
  hidden: Record<Direction, number>;
  /** Hidden neighbours that the limit of drawn objects keeps away. */
  overLimit: Record<Direction, number>;
  /** Indexes of drawn lines that end and start here. */
  incoming: number[];
  outgoing: number[];
};

/** What is drawn, ready for a picture, a table or a tree; nodes by depth, then in display order. */
export type Scene = {
  trace: Trace;
  nodes: SceneNode[];
  lines: SceneLine[];
  focus: number;
  indexOf: ReadonlyMap<string, number>;
};

/** Joins a trace's nodes, edges and hidden counts. */
export function buildScene(trace: Trace): Scene {
  const nodes = trace.nodes.map(
    (node): SceneNode => ({
      ...node,
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
  return { trace, nodes, lines, focus: indexOf.get(trace.root) ?? 0, indexOf };
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
    } else lines.set(key, { id: edge.id, from, to, edges: [edge], isAgreed });
  }
  return [...lines.values()];
}

/** The line that draws an edge. */
export function lineOfEdge(scene: Scene, edgeId: string): number | undefined {
  const index = scene.lines.findIndex(({ edges }) => edges.some(({ id }) => id === edgeId));
  return index === -1 ? undefined : index;
}
