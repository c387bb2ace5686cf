import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, HeadCell, RowHead, Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format-text/format-count';
import type { SourceCoverage } from '@/lib/lineage/contract';
import { CountCell } from './count-cell';
import { COVERAGE_COLUMNS, LOG_COLUMNS } from './coverage-columns';

type SourceTableProps = {
  sources: readonly SourceCoverage[];
  /** The source that the list below shows; empty for all. */
  chosen: string;
  onChoose: (source: string) => void;
};

/** How the definitions of each source were read; its name narrows the list to it. */
export function SourceTable({ sources, chosen, onChoose }: SourceTableProps) {
  const logColumns = sources.some(({ queryLog }) => queryLog !== null) ? LOG_COLUMNS : [];
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
            {logColumns.map(({ head, meaning }) => (
              <HeadCell key={head} isNumber title={meaning} className="last:pr-4!">
                {head}
              </HeadCell>
            ))}
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
              {logColumns.map(({ head, value, isDoubt }) => (
                <CountCell key={head} count={value(source)} isDoubt={isDoubt} className="last:pr-4!" />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
