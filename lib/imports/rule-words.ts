import { formatCount } from '@/lib/format-text/format-count';
import type { ColumnRules } from './row-choices';

const ALLOWED_SHOWN = 3;

/** What the cells of a column must fulfil besides their type, in a few words; empty when it is nothing. */
export function ruleWords({ format, required, maxLength, allowed, min, max }: ColumnRules): string {
  const words: string[] = [];
  if (format !== undefined) words.push(`written as ${format}`);
  if (required === true) words.push('required');
  if (maxLength !== undefined) words.push(`at most ${formatCount(maxLength)} characters`);
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
