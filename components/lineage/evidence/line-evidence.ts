import type { Evidence, EvidenceMethod } from '@/lib/lineage/contract';
import type { SceneLine, SceneNode } from '@/lib/lineage/scene/scene';

/** What one method says of a line. */
export type MethodEvidence = {
  method: EvidenceMethod;
  name: string;
  /** Every proof by this method; empty when it has none. */
  proofs: Evidence[];
  /** Why there is none: it could not see this line, or it found nothing. */
  absence: string | undefined;
  /** False when the method cannot see lines like this one, so that it does not count. */
  canSee: boolean;
};

type End = Pick<SceneNode, 'type'> | undefined;

type Method = {
  method: EvidenceMethod;
  name: string;
  notFound: string;
  /** Why the method cannot see a line between two such ends; undefined when it can. */
  blind: (from: End, to: End) => string | undefined;
};

const HAS_DEFINITION = new Set(['view', 'procedure', 'function', 'trigger']);

/** Every method, in the order in which people read them. */
export const METHODS: readonly Method[] = [
  {
    ...{ method: 'declared', name: 'Declared', notFound: 'no dependency declared' },
    blind: (from, to) =>
      from?.type === 'file' || to?.type === 'file' ? 'not possible for files' : undefined,
  },
  {
    ...{ method: 'parsed', name: 'Parsed SQL', notFound: 'no statement says so' },
    blind: (from, to) =>
      [from, to].some((end) => end === undefined || HAS_DEFINITION.has(end.type))
        ? undefined
        : 'no definition to read',
  },
  {
    ...{ method: 'hint', name: 'Comment hint', notFound: 'no comment says so' },
    blind: () => undefined,
  },
];

/** What each method says of a line, also when it says nothing. */
export function lineEvidence(line: Pick<SceneLine, 'edges'>, from: End, to: End): MethodEvidence[] {
  const all = line.edges.flatMap(({ evidence }) => evidence);
  return METHODS.map(({ method, name, notFound, blind }) => {
    const proofs = all.filter((proof) => proof.method === method);
    const reason = proofs.length > 0 ? undefined : blind(from, to);
    const absence = proofs.length > 0 ? undefined : (reason ?? notFound);
    return { method, name, proofs, absence, canSee: reason === undefined };
  });
}

/** How many of the methods that can see the line agree on it. */
export function agreement(entries: readonly MethodEvidence[]): { agree: number; of: number } {
  return {
    agree: entries.filter(({ proofs }) => proofs.length > 0).length,
    of: entries.filter(({ canSee }) => canSee).length,
  };
}

/** Where a proof is: "dependencies.parquet, record 3,107" or "definitions.parquet, record 12, line 18". */
export function proofPlace({ origin, span }: Evidence): string {
  const parts = [origin.file];
  if (origin.record !== null) parts.push(`record ${origin.record.toLocaleString('en-US')}`);
  if (span) {
    const { start, end } = span;
    parts.push(start.line === end.line ? `line ${start.line}` : `lines ${start.line} to ${end.line}`);
  }
  return parts.join(', ');
}
