import type { ColumnEdgeKind } from '@/lib/lineage/contract';

/** What happens to a value, or what a column decides, in a few words. */
export const COLUMN_KIND_WORDS: Record<ColumnEdgeKind, string> = {
  direct: 'copied unchanged',
  expression: 'in an expression',
  aggregate: 'aggregated',
  window: 'in a window function',
  filter: 'filters the rows',
  join: 'joins the rows',
};

/** All kinds of a step in words: "aggregated, filters the rows". */
export function columnKindWords(kinds: Iterable<ColumnEdgeKind>): string {
  return [...new Set(kinds)].map((kind) => COLUMN_KIND_WORDS[kind]).join(', ');
}
