import type { EvidenceMethod, Verdict } from '../contract';
import { at, EVIDENCE_METHODS, type LineageGraph } from '../graph/graph';
import { verdictOf } from '../graph/to-edge';

export type VerdictCounts = Partial<Record<Verdict, number>>;

export type VerdictTable = {
  /** Distinct edges that a source speaks of. */
  readonly ofSource: (source: string) => VerdictCounts;
  /** Distinct edges that the definition or dependency list of an object speaks of, as one source has it. */
  readonly ofObject: (source: string, object: number) => VerdictCounts;
};

const NONE: VerdictCounts = {};

/**
 * Counts the edges of a graph by verdict: for each source, and for each object whose text or list says them. A million
 * edges hold up nobody: no texts are made and no sets, an edge has few proofs.
 */
export function countVerdicts(graph: LineageGraph): VerdictTable {
  const { edges, evidence, size } = graph;
  const ofSource = new Map<number, VerdictCounts>();
  const ofObject = new Map<number, VerdictCounts>();
  const sources: number[] = [];
  const objects: number[] = [];
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    let methods = 0;
    sources.length = 0;
    objects.length = 0;
    for (let e = at(edges.evidenceStarts, edge); e < at(edges.evidenceStarts, edge + 1); e += 1) {
      const source = at(evidence.source, e);
      const object = at(evidence.object, e);
      methods |= 1 << at(evidence.method, e);
      if (!sources.includes(source)) sources.push(source);
      const key = source * size + object;
      if (object !== -1 && !objects.includes(key)) objects.push(key);
    }
    const verdict = verdictOfMethods(methods);
    for (const source of sources) addOne(ofSource, source, verdict);
    for (const key of objects) addOne(ofObject, key, verdict);
  }
  const placeOf = new Map(graph.sourceNames.map((name, place) => [name, place]));
  return {
    ofSource: (source) => ofSource.get(placeOf.get(source) ?? -1) ?? NONE,
    ofObject: (source, object) => ofObject.get((placeOf.get(source) ?? -1) * size + object) ?? NONE,
  };
}

const verdicts = new Map<number, Verdict>();

/** The verdict of a set of methods, given as bits in the order of EVIDENCE_METHODS. */
function verdictOfMethods(bits: number): Verdict {
  const known = verdicts.get(bits);
  if (known) return known;
  const methods = EVIDENCE_METHODS.filter((_, place) => (bits & (1 << place)) !== 0);
  const verdict = verdictOf(methods.map((method: EvidenceMethod) => ({ method })));
  verdicts.set(bits, verdict);
  return verdict;
}

function addOne(table: Map<number, VerdictCounts>, key: number, verdict: Verdict): void {
  const counts = table.get(key) ?? {};
  counts[verdict] = (counts[verdict] ?? 0) + 1;
  table.set(key, counts);
}
