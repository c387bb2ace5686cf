import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { CoverageItem, Reading } from '../contract';

type Statements = Pick<Reading, 'statements' | 'unread'>;

/** "233 of 235 statements read, 2 not". */
export function statementsRead({ statements, unread }: Statements): string {
  if (statements === 0) return 'no statement read';
  const read = `${formatCount(statements - unread)} of ${countOf(statements, 'statement')} read`;
  return unread === 0 ? read : `${read}, ${formatCount(unread)} not`;
}

/** What of a definition was not read, in words; empty when all was. */
export function unreadWords(
  item: Pick<CoverageItem, 'definition' | 'unread' | 'omitted'> & {
    diagnostics: readonly Pick<CoverageItem['diagnostics'][number], 'code'>[];
  },
): string[] {
  if (item.definition === 'missing') return ['no SQL text'];
  if (item.definition === 'unread') return ['nothing read'];
  return [
    ...(item.unread > 0 ? [`${countOf(item.unread, 'statement')} not read`] : []),
    ...(item.omitted > 0 ? [`${countOf(item.omitted, 'part')} left out`] : []),
    ...(item.diagnostics.some(({ code }) => code === 'unclosed-text') ? ['text without an end'] : []),
  ];
}

/** What is the case with a definition as a whole, and what to do; undefined when it was read. */
export function definitionAdvice({ definition, diagnostics }: CoverageItem): string | undefined {
  if (definition === 'missing') {
    return 'The sources name this object but did not bring its SQL text: it may be encrypted, or the file of definitions was not imported. What it reads and writes is known from dependencies only.';
  }
  // A definition that was given up says so itself, with its reason.
  if (definition === 'unread' && diagnostics.length === 0) {
    return 'This definition was imported before its SQL could be read. Import its source again.';
  }
  return undefined;
}
