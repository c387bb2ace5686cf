import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format-text/format-count';
import type { SourceCoverage } from '@/lib/lineage/contract';
import { CountCell } from './count-cell';
import { COVERAGE_COLUMNS } from './coverage-columns';

type SourceTableProps = {
  sources: readonly SourceCoverage[];
  /** The source that the list below shows; empty for all. */
  chosen: string;
  onChoose: (source: string) => void;
};

/** How the definitions of each source were read; its name narrows the list to it. */
export function SourceTable({ sources, chosen, onChoose }: SourceTableProps) {
  const hasLog = sources.some(({ queryLog }) => queryLog !== null);
  return (
    <ScrollRegion
      label="Sources"
      className="max-h-60 shrink-0 rounded-card border border-line bg-surface max-sm:max-h-44"
    >
      <Table caption="How the definitions of each source were read" className="[&_th]:whitespace-nowrap">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            <HeadCell className="pl-4!">Source</HeadCell>
            <HeadCell isNumber>Definitions</HeadCell>
            {COVERAGE_COLUMNS.map(({ sort, head }) => (
              <HeadCell key={sort} isNumber>
                {head}
              </HeadCell>
            ))}
            <HeadCell isNumber className="last:pr-4!">
              Without SQL text
            </HeadCell>
            {hasLog && (
              <>
                <HeadCell isNumber title={LOGGED}>
                  Logged
                </HeadCell>
                <HeadCell isNumber title="Edges that only the query log shows" className="pr-4!">
                  Seen only
                </HeadCell>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr
              key={source.source}
              className={source.source === chosen ? 'bg-accent-tint' : 'hover:bg-hover'}
            >
              <RowHead className="pl-4!">
                <button
                  type="button"
                  aria-pressed={source.source === chosen}
                  title={source.source === chosen ? 'Show all sources' : 'Show only this source'}
                  onClick={() => onChoose(source.source === chosen ? '' : source.source)}
                  className="cursor-default rounded-tag text-left text-accent hover:underline"
                >
                  {source.source}
                </button>
              </RowHead>
              <Cell isNumber>{formatCount(source.objects)}</Cell>
              {COVERAGE_COLUMNS.map(({ sort, value, isDoubt }) => (
                <CountCell key={sort} count={value(source)} isDoubt={isDoubt} />
              ))}
              <CountCell count={source.withoutText} isDoubt className="last:pr-4!" />
              {hasLog && (
                <>
                  <LoggedCell log={source.queryLog} />
                  <CountCell count={source.edges['query-log-only'] ?? 0} isDoubt={false} className="pr-4!" />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

const LOGGED = 'Statements of the query log that were read; those that differ in values only are one';

/** "12", or "11 of 12" when something of one is unknown. */
function LoggedCell({ log }: { log: SourceCoverage['queryLog'] }) {
  if (log === null)
    return (
      <Cell isNumber className="text-fg-3!">
        –
      </Cell>
    );
  const { statements, unread } = log;
  return unread === 0 ? (
    <CountCell count={statements} isDoubt={false} />
  ) : (
    <Cell isNumber className="font-semibold text-warn! whitespace-nowrap">
      {formatCount(statements - unread)} of {formatCount(statements)}
    </Cell>
  );
}
