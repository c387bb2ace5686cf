import Link from 'next/link';
import { useObjectName } from '@/components/shell/use-object-name';
import { ObjectIcon } from '@/components/ui/object-icon';
import { SchemaSquare } from '@/components/ui/schema-square';
import { RowHead } from '@/components/ui/table';
import { countOf } from '@/lib/format-text/format-count';
import type { CoverageItem } from '@/lib/lineage/contract';
import { definitionAdvice, unreadWords } from '@/lib/lineage/coverage/coverage-words';
import { lineagePath } from '@/lib/navigation/lineage-path';
import { CountCell } from './count-cell';
import { COVERAGE_COLUMNS, numbersInWords } from './coverage-columns';
import type { CoverageRow } from './coverage-rows';
import { DiagnosticCell } from './diagnostic-cell';

type CoverageRowViewProps = {
  row: CoverageRow;
  /** Kept in links when the address names it. */
  snapshot: number | undefined;
  isSourceShown: boolean;
  onMore: () => void;
};

const COLUMNS = COVERAGE_COLUMNS.length + 1;

/** One row: a definition with its numbers, something that was met in it, or how much more there is. */
export function CoverageRowView({ row, snapshot, isSourceShown, onMore }: CoverageRowViewProps) {
  switch (row.kind) {
    case 'object':
      return <ObjectCells item={row.item} snapshot={snapshot} isSourceShown={isSourceShown} />;
    case 'diagnostic':
      return <DiagnosticCell row={row} columns={COLUMNS} snapshot={snapshot} />;
    case 'more':
      return (
        <td colSpan={COLUMNS} className="h-7 border-b border-line pr-4 pl-11 text-sm">
          <button
            type="button"
            onClick={onMore}
            className="cursor-default rounded-tag text-accent hover:underline pointer-coarse:min-h-11"
          >
            Show {countOf(row.hidden, 'more note')} of {row.item.object.name}
          </button>
        </td>
      );
  }
}

type ObjectCellsProps = Pick<CoverageRowViewProps, 'snapshot' | 'isSourceShown'> & { item: CoverageItem };

function ObjectCells({ item, snapshot, isSourceShown }: ObjectCellsProps) {
  const nameOf = useObjectName();
  const { object, source } = item;
  const unread = unreadWords(item);
  const advice = definitionAdvice(item);
  return (
    <>
      <RowHead className="max-w-0 py-1 pl-4!">
        <span className="flex min-w-0 items-center gap-2">
          <ObjectIcon type={object.type} size={14} className="text-fg-2" />
          <SchemaSquare slot={object.slot} />
          <Link
            href={lineagePath({ object: nameOf(object), snapshot })}
            prefetch={false}
            title={`${object.schema}.${object.name}`}
            className="ident min-w-0 truncate rounded-tag text-accent hover:underline"
          >
            {object.schema}.{object.name}
          </Link>
          {unread.length > 0 && (
            <span className="shrink-0 text-xs font-semibold text-warn max-md:hidden">
              {unread.join(', ')}
            </span>
          )}
          {isSourceShown && (
            <span className="ml-auto shrink-0 text-xs font-normal text-fg-3 max-md:hidden">{source}</span>
          )}
        </span>
        <span className="block text-xs font-normal text-fg-2 md:hidden">
          {numbersInWords(item) || unread.join(', ') || 'no statements'}
        </span>
        {advice !== undefined && (
          <span className="block max-w-[60rem] text-xs font-normal text-fg-2">{advice}</span>
        )}
      </RowHead>
      {COVERAGE_COLUMNS.map(({ sort, value, isDoubt }) => (
        <CountCell key={sort} count={value(item)} isDoubt={isDoubt} className="last:pr-4! max-md:hidden" />
      ))}
    </>
  );
}
