import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { ColumnRules } from './row-choices';

const ALLOWED_SHOWN = 3;

/** What the cells of a column must fulfil besides their type, in a few words; empty when it is nothing. */
export function ruleWords(rules: ColumnRules): string {
  const { format, required, minLength, maxLength, allowed, min, max } = rules;
  const words: string[] = [];
  if (format !== undefined) words.push(`written as ${format}`);
  if (required === true) words.push('required');
  if (minLength !== undefined) words.push(`at least ${countOf(minLength, 'character')}`);
  if (maxLength !== undefined) words.push(`at most ${countOf(maxLength, 'character')}`);
  if (allowed !== undefined) {
    const more = allowed.length - ALLOWED_SHOWN;
    words.push(
      `one of ${allowed.slice(0, ALLOWED_SHOWN).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`,
    );
  }
  if (min !== undefined) words.push(`from ${min}`);
  if (max !== undefined) words.push(`up to ${max}`);
  return words.join(', ');
}
