import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { CoverageItem, NotRead, Reading } from '../contract';
import type { LogReading } from '../query-log-contract';

type Statements = Pick<Reading, 'statements' | 'unread'>;

/** "233 of 235 statements read, 2 not". */
export function statementsRead({ statements, unread }: Statements): string {
  if (statements === 0) return 'no statement read';
  const read = `${formatCount(statements - unread)} of ${countOf(statements, 'statement')} read`;
  return unread === 0 ? read : `${read}, ${formatCount(unread)} not`;
}

/** "12 of 12 statements read" of a query log, with the number of records when they repeat themselves. */
export function logRead({ records, patterns, statements, unread }: LogReading): string {
  const read = statementsRead({ statements, unread });
  return records === patterns ? read : `${read}, in ${countOf(records, 'record')}`;
}

/** The query logs of several sources together. */
export function sumOfLogs(logs: readonly LogReading[]): LogReading {
  const sum = (name: keyof LogReading) => logs.reduce((all, log) => all + log[name], 0);
  return {
    records: sum('records'),
    patterns: sum('patterns'),
    statements: sum('statements'),
    unread: sum('unread'),
  };
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

/** What was not read, for names that screen readers say: "not fully read (3 statements)". */
export function notReadWords({ definition, statements, parts }: NotRead): string {
  if (definition === 'missing') return 'not fully read (no SQL text)';
  if (definition === 'unread') return 'not fully read (nothing of its definition)';
  const things = notReadThings({ statements, parts });
  return `not fully read (${things.length === 0 ? 'text without an end' : things.join(' and ')})`;
}

function notReadThings({ statements, parts }: Pick<NotRead, 'statements' | 'parts'>): string[] {
  return [
    ...(statements > 0 ? [countOf(statements, 'statement')] : []),
    ...(parts > 0 ? [countOf(parts, 'part')] : []),
  ];
}

/** "3 statements of dw.load were not read: its lineage may be incomplete." */
export function notReadSentence({ definition, statements, parts }: NotRead, name: string): string {
  if (definition === 'missing') return `There is no SQL text of ${name}: ${INCOMPLETE}`;
  if (definition === 'unread') return `The definition of ${name} was not read: ${INCOMPLETE}`;
  const things = notReadThings({ statements, parts });
  if (things.length === 0) return `The text of ${name} does not end as it should: ${INCOMPLETE}`;
  const verb = statements + parts === 1 ? 'was' : 'were';
  return `${things.join(' and ')} of ${name} ${verb} not read: ${INCOMPLETE}`;
}

const INCOMPLETE = 'its lineage may be incomplete.';
