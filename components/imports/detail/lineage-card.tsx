import Link from 'next/link';
import { DiffPill } from '@/components/ui/diff-pill';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { Import, ImportCoverage, Receipt } from '@/lib/imports/contract';
import { logRead, statementsRead } from '@/lib/lineage/coverage/coverage-words';
import { coveragePath } from '@/lib/navigation/coverage-path';
import { Card } from './card';

const KINDS = ['added', 'removed', 'changed'] as const;

/** What the import changed in the lineage, and what it ended. */
export function LineageCard({ import: import_, receipt }: { import: Import; receipt: Receipt }) {
  const rows = [
    ['Objects', receipt.lineage.objects],
    ['Edges', receipt.lineage.edges],
  ] as const;
  return (
    <Card title="Lineage changes">
      <dl className="flex flex-col gap-2">
        {rows.map(([name, change]) => (
          <div key={name} className="flex items-center gap-2 text-base">
            <dt className="w-16">{name}</dt>
            <dd className="flex flex-wrap gap-2">
              {KINDS.filter((kind) => change[kind] > 0).map((kind) => (
                <DiffPill key={kind} kind={kind} count={change[kind]} />
              ))}
              {KINDS.every((kind) => change[kind] === 0) && <span className="text-fg-2">none</span>}
            </dd>
          </div>
        ))}
      </dl>
      {receipt.coverage && <ReadSql import={import_} coverage={receipt.coverage} />}
      <p className="mt-3 text-sm text-fg-2">
        {receipt.ended === 0
          ? 'No earlier row ended with this import.'
          : `${countOf(receipt.ended, 'earlier row')}${import_.source ? ` of ${import_.source.name}` : ''} ended, because ${
              receipt.ended === 1 ? 'it is' : 'they are'
            } not in these files.`}
        {receipt.retries > 0 && ` Publishing was tried ${formatCount(receipt.retries + 1)} times.`}
      </p>
    </Card>
  );
}

/** How much of the SQL in these files was read; a snapshot leads to what was not. */
function ReadSql({ import: import_, coverage }: { import: Import; coverage: ImportCoverage }) {
  const { objects, unread, omitted, unreadObjects, withDiagnostics, queryLog } = coverage;
  const missing = [
    ...(omitted > 0 ? [`${countOf(omitted, 'part')} left out`] : []),
    ...(unreadObjects > 0 ? [`${countOf(unreadObjects, 'definition')} not read at all`] : []),
  ];
  const isWhole = unread === 0 && missing.length === 0;
  return (
    <p className="mt-3 text-sm text-fg-2">
      {objects > 0 && (
        <>
          SQL of {countOf(objects, 'definition')}:{' '}
          <span className={isWhole ? '' : 'font-semibold text-warn'}>
            {[statementsRead(coverage), ...missing].join(', ')}
          </span>
          .{' '}
        </>
      )}
      {queryLog && (
        <>
          Query log:{' '}
          <span className={queryLog.unread === 0 ? '' : 'font-semibold text-warn'}>{logRead(queryLog)}</span>.{' '}
        </>
      )}
      {!import_.dryRun && import_.number !== null && (
        <Link
          href={coveragePath({
            source: import_.source?.name,
            show: isWhole ? undefined : 'unread',
            snapshot: import_.number,
          })}
          className="text-accent underline decoration-1 underline-offset-2"
        >
          {isWhole && withDiagnostics === 0 ? 'See how' : 'See what and where'}
        </Link>
      )}
    </p>
  );
}
