import type { ColumnEdge } from '@/lib/lineage/contract';
import { at, type LineageGraph } from '../graph/graph';
import { type EvidenceSource, toEvidence, verdictOf } from '../graph/to-edge';
import { COLUMN_ROLES, type ColumnGraph } from './column-graph';
import { COLUMN_EDGE_KINDS, forEachEdge } from './reach-columns';

const COLUMN = COLUMN_ROLES.indexOf('column');
const LOCAL = COLUMN_ROLES.indexOf('local');

/**
 * The edges among drawn places, with their evidence. Ports, and local columns unless they are asked for, are shown as the
 * object as a whole; edges that are then alike are one, and those inside an object are left out.
 */
export function drawnColumnEdges(
  graph: LineageGraph,
  columns: ColumnGraph,
  drawn: ReadonlySet<number>,
  { influence, locals }: { influence: boolean; locals: boolean },
): ColumnEdge[] {
  const source: EvidenceSource = {
    ids: graph.ids,
    sourceNames: graph.sourceNames,
    fileNames: columns.fileNames,
    evidence: columns.evidence,
  };
  const shownName = (place: number): string | null => {
    const role = columns.roles[place];
    return role === COLUMN || (role === LOCAL && locals) ? at(columns.names, place) || null : null;
  };
  const edges = new Map<string, ColumnEdge>();
  for (const place of [...drawn].sort((a, b) => a - b)) {
    forEachEdge(columns, place, { direction: 'down', influence }, (edge, other) => {
      if (!drawn.has(other)) return;
      const [from, to] = [place, other].map((end) => at(graph.ids, at(columns.objects, end)));
      const [fromColumn, toColumn] = [shownName(place), shownName(other)];
      if (from === to && (fromColumn === null || toColumn === null)) return;
      const kind = at(COLUMN_EDGE_KINDS, at(columns.edges.kind, edge));
      const id = JSON.stringify([from, fromColumn, to, toColumn, kind]);
      const evidence = [...(edges.get(id)?.evidence ?? []), ...evidenceOf(columns, source, edge)];
      const ends = { from: from ?? '', fromColumn, to: to ?? '', toColumn };
      edges.set(id, { id, ...ends, kind, verdict: verdictOf(evidence), evidence });
    });
  }
  return [...edges.values()];
}

function evidenceOf({ edges }: ColumnGraph, source: EvidenceSource, edge: number) {
  const first = at(edges.evidenceStarts, edge);
  const count = at(edges.evidenceStarts, edge + 1) - first;
  return Array.from({ length: count }, (_, i) => toEvidence(source, first + i));
}
