import { at, EVIDENCE_METHODS, type LineageGraph } from './graph';

const kept = new WeakMap<LineageGraph, readonly string[]>();

/** The sources of a graph that declare dependencies, in the order of their names. Looked for once. */
export function declaringSources(graph: LineageGraph): readonly string[] {
  const known = kept.get(graph);
  if (known) return known;
  const declared = EVIDENCE_METHODS.indexOf('declared');
  const { method, source } = graph.evidence;
  const found = new Set<number>();
  for (let e = 0; e < method.length; e += 1) if (method[e] === declared) found.add(at(source, e));
  const names = [...found].map((place) => at(graph.sourceNames, place)).sort();
  kept.set(graph, names);
  return names;
}
