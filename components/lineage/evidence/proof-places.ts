import type { TextSpan } from '@/components/ui/sql-viewer/mark-line';
import type { Evidence } from '@/lib/lineage/contract';

/** A proof, or what else stands at a place in a text. */
export type Placed = Pick<Evidence, 'span' | 'at'>;

/** The words that a proof stands on; its whole statement where they are not known; nothing where it stands in no text. */
export function proofPlaces({ span, at }: Placed): readonly TextSpan[] {
  return at ?? (span === null ? [] : [span]);
}

/** The line to open a proof at. */
export function proofLine(proof: Placed): number | undefined {
  return proofPlaces(proof)[0]?.start.line;
}

/** "line 18", "lines 18 and 20" of words, "lines 18 to 20" of a statement; empty where a proof stands in no text. */
export function lineWords(proof: Placed): string {
  const [first, ...more] = proofPlaces(proof);
  if (first === undefined) return '';
  const lines = new Set([first, ...more].map(({ start }) => start.line));
  if (lines.size > 1) return `lines ${[...lines].sort((a, b) => a - b).join(' and ')}`;
  const { start, end } = first;
  return start.line === end.line ? `line ${start.line}` : `lines ${start.line} to ${end.line}`;
}
