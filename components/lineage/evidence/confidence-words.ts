/** How sure a proof is, in a word: see the table of confidence in docs/sql-lineage.md. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'sure';
  if (confidence >= 0.75) return 'fairly sure';
  if (confidence >= 0.6) return 'not quite sure';
  return confidence >= 0.4 ? 'unsure' : 'a guess';
}
