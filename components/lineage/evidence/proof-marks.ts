import type { TextSpan } from '@/components/ui/sql-viewer/mark-line';
import { type Placed, proofPlaces } from './proof-places';

/** What the SQL text of some proofs shows: the words they stand on, and the statements that these are in. */
export type ProofMarks = { readonly spans: readonly TextSpan[]; readonly statements: readonly TextSpan[] };

/** The marks of proofs, each once, in the order of the text. */
export function proofMarks(proofs: readonly Placed[]): ProofMarks {
  return {
    spans: distinctSpans(proofs.flatMap(proofPlaces)),
    statements: distinctSpans(proofs.flatMap(({ span, at }) => (span && at ? [span] : []))),
  };
}

/** The marks of those proofs that have a place which begins at a line; none while no line is asked for. */
export function proofMarksAt(line: number | undefined, proofs: readonly Placed[]): ProofMarks {
  return proofMarks(proofs.filter((proof) => proofPlaces(proof).some(({ start }) => start.line === line)));
}

function distinctSpans(spans: readonly TextSpan[]): TextSpan[] {
  const keys = ({ start, end }: TextSpan) => [start.line, start.column, end.line, end.column];
  const found = new Map(spans.map((span) => [keys(span).join(' '), span]));
  return [...found.values()].sort((a, b) => {
    const other = keys(b);
    return keys(a).reduce((sum, key, at) => sum || key - (other[at] ?? 0), 0);
  });
}
