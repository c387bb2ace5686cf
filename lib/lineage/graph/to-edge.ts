import type { Edge, Evidence, EvidenceMethod, Verdict } from '@/lib/lineage/contract';
import { at, EDGE_KINDS, EVIDENCE_METHODS, type EvidenceTable, type LineageGraph } from './graph';
import { unpackMark } from './mark';

/** One edge with all its evidence. Its id is made of both ends and the kind, so it is the same in every snapshot. */
export function toEdge(graph: LineageGraph, edge: number): Edge {
  const { edges } = graph;
  const from = at(graph.ids, at(edges.from, edge));
  const to = at(graph.ids, at(edges.to, edge));
  const kind = at(EDGE_KINDS, at(edges.kind, edge));
  const evidence: Evidence[] = [];
  for (let e = at(edges.evidenceStarts, edge); e < at(edges.evidenceStarts, edge + 1); e += 1) {
    evidence.push(toEvidence(graph, e));
  }
  return { id: `${from}-${to}-${kind}`, from, to, kind, verdict: verdictOf(evidence), evidence };
}

/** Two methods that say the same agree; two proofs by one method do not. */
export function verdictOf(evidence: readonly { method: EvidenceMethod }[]): Verdict {
  const methods = new Set(evidence.map(({ method }) => method));
  if (methods.size > 1) return 'agreed';
  if (methods.has('parsed')) return 'parsed-only';
  if (methods.has('query-log')) return 'query-log-only';
  return methods.has('hint') ? 'hint-only' : 'declared-only';
}

/** A table of evidence with the lists that its positions are of. */
export type EvidenceSource = Pick<LineageGraph, 'ids' | 'sourceNames' | 'fileNames'> & {
  readonly evidence: EvidenceTable;
};

export function toEvidence(graph: EvidenceSource, e: number): Evidence {
  const table = graph.evidence;
  const object = at(table.object, e);
  const record = at(table.record, e);
  const logged = table.logged.get(e);
  const marks = [...table.marks.subarray(2 * e, 2 * e + 2)].flatMap((it) => unpackMark(it) ?? []);
  const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0] = table.span.subarray(4 * e, 4 * e + 4);
  return {
    method: at(EVIDENCE_METHODS, at(table.method, e)),
    origin: {
      source: at(graph.sourceNames, at(table.source, e)),
      import: at(table.import, e),
      file: at(graph.fileNames, at(table.file, e)),
      record: record === -1 ? null : record,
    },
    object: object === -1 ? null : at(graph.ids, object),
    span:
      startLine === 0
        ? null
        : { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } },
    ...(marks.length === 0 ? {} : { at: marks }),
    confidence: at(table.confidence, e),
    ...(logged === undefined ? {} : { logged }),
  };
}
