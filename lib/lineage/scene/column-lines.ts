import type { ColumnEdge, ColumnEdgeKind } from '../contract';
import type { SceneLine } from './scene';

/** Kinds through which no value flows: they decide on rows. */
const INFLUENCE: ReadonlySet<ColumnEdgeKind> = new Set(['filter', 'join']);

/** The name of a line between two columns, the same in every snapshot; an empty column is the object as a whole. */
export function columnLineId({ from, fromColumn, to, toColumn }: ColumnEdge): string {
  return `${from}.${fromColumn ?? ''}~${to}.${toColumn ?? ''}`;
}

/** One line for all edges between the same two columns; edges whose objects are not drawn are left out. */
export function joinColumnEdges(
  edges: readonly ColumnEdge[],
  indexOf: ReadonlyMap<string, number>,
): SceneLine[] {
  const lines = new Map<string, SceneLine & { edges: ColumnEdge[] }>();
  for (const edge of edges) {
    const from = indexOf.get(edge.from);
    const to = indexOf.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const id = columnLineId(edge);
    const isAgreed = edge.verdict === 'agreed';
    const isInfluence = INFLUENCE.has(edge.kind);
    const line = lines.get(id);
    if (line) {
      line.edges.push(edge);
      line.isAgreed ||= isAgreed;
      line.isInfluence &&= isInfluence;
    } else {
      const columns = { from: edge.fromColumn, to: edge.toColumn };
      lines.set(id, { id, from, to, edges: [edge], isAgreed, isInfluence, columns });
    }
  }
  return [...lines.values()];
}
