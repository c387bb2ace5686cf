import { formatCount } from '@/lib/format-text/format-count';
import type { SourceCoverage } from '@/lib/lineage/contract';
import { logRead, statementsRead, sumOfLogs } from '@/lib/lineage/coverage/coverage-words';

type CoverageHeadProps = { answer: { snapshot: number; sources: readonly SourceCoverage[] } | undefined };

/** The title and the sum of all sources in one sentence. */
export function CoverageHead({ answer }: CoverageHeadProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <h1 className="text-xl" tabIndex={-1}>
        SQL coverage
      </h1>
      <p className="text-base text-fg-2">{answer === undefined ? LEAD : sentence(answer.sources)}</p>
    </div>
  );
}

const LEAD = 'How much of the SQL was read, and what was not.';

function sentence(sources: readonly SourceCoverage[]): string {
  if (sources.length === 0) return LEAD;
  const sum = (name: 'statements' | 'unread' | 'objects' | 'withUnread') =>
    sources.reduce((all, source) => all + source[name], 0);
  const statements = statementsRead({ statements: sum('statements'), unread: sum('unread') });
  const definitions = sum('objects');
  const begin = `${statements.charAt(0).toUpperCase()}${statements.slice(1)}.`;
  const rest =
    sum('withUnread') === 0
      ? `Nothing of ${formatCount(definitions)} definitions was left out.`
      : `Something is missing of ${formatCount(sum('withUnread'))} of ${formatCount(definitions)} definitions.`;
  return `${begin} ${rest}${logged(sources)}`;
}

function logged(sources: readonly SourceCoverage[]): string {
  const logs = sources.flatMap(({ queryLog }) => (queryLog === null ? [] : [queryLog]));
  return logs.length === 0 ? '' : ` Query log: ${logRead(sumOfLogs(logs))}.`;
}
