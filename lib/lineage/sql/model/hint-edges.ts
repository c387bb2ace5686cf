import { openFrame } from '../bind/frame';
import type { ObjectContext } from '../bind/object-context';
import { openBinder } from '../bind/open-binder';
import type { Diagnostic } from '../diagnostic';
import type { ObjectEdge } from './object-facts';

/** How far people's own comments are believed: more than a guess, less than what is read or declared. */
const hintConfidence = 0.9;

/** The edges that comments tell: `@LINEAGE_INPUTS` are read, `@LINEAGE_OUTPUTS` are written. */
export function hintEdges(context: ObjectContext): { edges: ObjectEdge[]; diagnostics: Diagnostic[] } {
  const edges: ObjectEdge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { output, name, range } of context.body.hints) {
    const frame = openFrame();
    const relation = openBinder(context, frame).relation({ parts: name });
    const access = output ? 'writes' : 'reads';
    edges.push({ access, relation, method: 'hint', confidence: hintConfidence, range });
    diagnostics.push(...frame.facts.problems.map(({ code, message }) => ({ code, message, range })));
  }
  return { edges, diagnostics };
}
