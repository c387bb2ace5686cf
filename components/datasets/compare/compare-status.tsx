import { StatusLine } from '@/components/ui/status-line';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { SeenDifferences } from './compare-grid';
import type { Comparison } from './comparison';
import type { Kind } from './use-compare-address';

type CompareStatusProps = {
  known: Comparison | undefined;
  change: Kind | undefined;
  seen: SeenDifferences | undefined;
  shownColumns: number;
};

/** Which of how many rows are seen, what is hidden, and how rows were matched. */
export function CompareStatus({ known, change, seen, shownColumns }: CompareStatusProps) {
  if (known === undefined) return <StatusLine>Comparing rows</StatusLine>;
  const hiddenRows = known.added + known.changed + known.removed - known.total;
  const hiddenColumns = known.columns.length - shownColumns;
  const facts = [
    ...(hiddenRows > 0 ? [`${countOf(hiddenRows, 'other row')} hidden by the choice`] : []),
    ...(hiddenColumns > 0 ? [`${countOf(hiddenColumns, 'column')} without a change hidden`] : []),
    known.key.length > 0
      ? `matched by ${known.key.join(' + ')}`
      : 'matched by the record they came from, because no key tells which rows belong together',
  ];
  return (
    <StatusLine end={`Answered in ${Math.ceil(known.answeredInMs)} ms`}>
      {known.total > 0 && seen !== undefined && (
        <>
          Rows{' '}
          <b className="text-fg">
            {formatCount(seen.from)}–{formatCount(seen.to)}
          </b>{' '}
          of{' '}
        </>
      )}
      <b className="text-fg">{formatCount(known.total)}</b> {change ?? 'that differ'} · {facts.join(' · ')}
    </StatusLine>
  );
}
