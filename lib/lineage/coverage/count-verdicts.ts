import type { EvidenceMethod, Verdict } from '../contract';
import { at, EVIDENCE_METHODS, type LineageGraph } from '../graph/graph';
import { verdictOf } from '../graph/to-edge';

export type VerdictCounts = Partial<Record<Verdict, number>>;

export type VerdictTable = {
  /** Distinct edges that a source speaks of. */
  readonly ofSource: ReadonlyMap<string, VerdictCounts>;
  /** Distinct edges that the definition or dependency list of an object speaks of, by `verdictKey`. */
  readonly ofObject: ReadonlyMap<string, VerdictCounts>;
};

export const verdictKey = (source: string, object: number): string => `${object} ${source}`;

/** Counts the edges of a graph by verdict: for each source, and for each object whose text or list says them. */
export function countVerdicts(graph: LineageGraph): VerdictTable {
  const ofSource = new Map<string, VerdictCounts>();
  const ofObject = new Map<string, VerdictCounts>();
  const { edges, evidence } = graph;
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const methods = new Set<EvidenceMethod>();
    const sources = new Set<string>();
    const objects = new Set<string>();
    for (let e = at(edges.evidenceStarts, edge); e < at(edges.evidenceStarts, edge + 1); e += 1) {
      const source = at(graph.sourceNames, at(evidence.source, e));
      const object = at(evidence.object, e);
      methods.add(at(EVIDENCE_METHODS, at(evidence.method, e)));
      sources.add(source);
      if (object !== -1) objects.add(verdictKey(source, object));
    }
    const verdict = verdictOf([...methods].map((method) => ({ method })));
    for (const source of sources) addOne(ofSource, source, verdict);
    for (const object of objects) addOne(ofObject, object, verdict);
  }
  return { ofSource, ofObject };
}

function addOne(table: Map<string, VerdictCounts>, key: string, verdict: Verdict): void {
  const counts = table.get(key) ?? {};
  counts[verdict] = (counts[verdict] ?? 0) + 1;
  table.set(key, counts);
}
