import type { Evidence, EvidenceMethod, NotRead } from '@/lib/lineage/contract';
import type { SceneLine, SceneNode } from '@/lib/lineage/scene/scene';
import { lineWords } from './proof-places';

/** What one method says of a line. */
export type MethodEvidence = {
  method: EvidenceMethod;
  name: string;
  /** Who says so, in plain words. */
  says: string;
  /** The verdict when no other method says so. */
  alone: string;
  /** Every proof by this method; empty when it has none. */
  proofs: Evidence[];
  /** Why there is none: it could not see this line, or it found nothing. */
  absence: string | undefined;
  /** False when the method cannot see lines like this one, so that it does not count. */
  canSee: boolean;
};

type End = (Pick<SceneNode, 'type'> & { id?: string }) | undefined;

/** What decides whether the silence of a method means something. */
export type ProofContext = {
  /** Sources that brought a list of dependencies. */
  declaring: readonly string[];
  /** Objects that were not fully read. */
  notRead: readonly Pick<NotRead, 'node'>[];
};

type Method = {
  method: EvidenceMethod;
  name: string;
  says: string;
  alone: string;
  notFound: string;
  /** Its silence means nothing: nobody has to write or log it. */
  isVoluntary?: boolean;
  /** Why the method cannot see a line between two such ends; undefined when it can. */
  blind: (ends: readonly End[], declares: boolean) => string | undefined;
};

const HAS_DEFINITION = new Set(['view', 'procedure', 'function', 'trigger', 'script']);

/** Every method, in the order in which people read them. */
export const METHODS: readonly Method[] = [
  {
    ...{ method: 'declared', name: 'Declared', notFound: 'no dependency declared' },
    ...{ says: 'The database lists this dependency', alone: 'Declared only' },
    blind: (ends, declares) => {
      if (ends.some((end) => end?.type === 'file')) return 'not possible for files';
      return declares ? undefined : 'no list of dependencies was imported';
    },
  },
  {
    ...{ method: 'parsed', name: 'Parsed SQL', notFound: 'no statement says so' },
    ...{ says: 'A statement says so', alone: 'Parsed only' },
    blind: (ends) =>
      ends.some((end) => end === undefined || HAS_DEFINITION.has(end.type))
        ? undefined
        : 'no definition to read',
  },
  {
    ...{ method: 'hint', name: 'Comment hint', notFound: 'no comment says so' },
    ...{ says: 'A comment in the SQL says so', alone: 'Comment hint only', isVoluntary: true },
    blind: () => undefined,
  },
  {
    ...{ method: 'query-log', name: 'Query log', notFound: 'no logged statement says so' },
    ...{ says: 'A logged statement did so', alone: 'Seen only in query logs', isVoluntary: true },
    blind: () => undefined,
  },
];

/** What each method says of a line, also when it says nothing. */
export function lineEvidence(
  line: Pick<SceneLine, 'edges' | 'columns'>,
  from: End,
  to: End,
  { declaring, notRead }: ProofContext,
): MethodEvidence[] {
  const all = line.edges.flatMap(({ evidence }) => evidence);
  const declares = all.some(({ origin }) => declaring.includes(origin.source));
  const isUnread = notRead.some(({ node }) => node === from?.id || node === to?.id);
  return METHODS.map(({ method, name, says, alone, notFound, isVoluntary, blind }) => {
    const proofs = all.filter((proof) => proof.method === method);
    const columnsBlind = line.columns && method !== 'parsed' ? 'not possible for columns' : undefined;
    const reason = proofs.length > 0 ? undefined : (columnsBlind ?? blind([from, to], declares));
    const silence = method === 'parsed' && isUnread ? 'no statement that was read says so' : notFound;
    const absence = proofs.length > 0 ? undefined : (reason ?? silence);
    const canSee = proofs.length > 0 || (reason === undefined && isVoluntary !== true);
    return { method, name, says, alone, proofs, absence, canSee };
  });
}

/** How many of the methods that can see the line agree on it; one that nobody has to use counts when it was used. */
export function agreement(entries: readonly MethodEvidence[]): { agree: number; of: number } {
  return {
    agree: entries.filter(({ proofs }) => proofs.length > 0).length,
    of: entries.filter(({ canSee }) => canSee).length,
  };
}

/** Where a proof is: "dependencies.parquet, record 3,107" or "definitions.parquet, record 12, line 18". */
export function proofPlace(proof: Evidence): string {
  const { file, record } = proof.origin;
  const lines = lineWords(proof);
  return [
    file,
    ...(record === null ? [] : [`record ${record.toLocaleString('en-US')}`]),
    ...(lines === '' ? [] : [lines]),
  ].join(', ');
}

/** The verdict in words: "Confirmed", or the one method that says so: "Declared only". */
export function verdictWords(entries: readonly MethodEvidence[]): string {
  const found = entries.filter(({ proofs }) => proofs.length > 0);
  return found.length >= 2 ? 'Confirmed' : (found[0]?.alone ?? 'No proof');
}

/** "2 of 3 methods agree"; for one method, what the others did. */
export function agreementWords(entries: readonly MethodEvidence[]): string {
  const { agree, of } = agreement(entries);
  if (agree >= 2) return `${agree} of ${of} methods agree`;
  return of > 1 ? `1 of ${of} methods that could tell` : 'No other method could tell';
}
