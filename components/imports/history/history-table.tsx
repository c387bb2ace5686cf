'use client';
import { useNow } from '@/components/shell/use-now';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Import } from '@/lib/imports/contract';
import { HistoryCard } from './history-card';
import { HistoryRow } from './history-row';

const HEADS: ReadonlyArray<[label: string, width: string]> = [
  ['History', 'w-14'],
  ['No.', 'w-14'],
  ['State', 'w-36'],
  ['What came in', ''],
  ['By', 'w-34'],
  ['Records', 'w-58'],
  ['Rejected', 'w-20'],
  ['Lineage', 'w-32'],
  ['Took', 'w-32'],
  ['When', 'w-30'],
];

/** The imports, newest first; a list of cards on a phone. */
export function HistoryTable({ imports }: { imports: readonly Import[] }) {
  const now = useNow();
  return (
    <>
      <ScrollRegion label="Imports" className="rounded-card border border-line bg-surface max-sm:hidden">
        <table className="w-full min-w-[68rem] table-fixed border-collapse [&_tbody_tr:last-child>*]:border-b-0">
          <caption className="sr-only">Imports, newest first</caption>
          <thead>
            <tr>
              {HEADS.map(([label, width], index) => (
                <th
                  key={label}
                  scope="col"
                  className={`h-9 border-b border-line px-2 text-xs font-semibold text-fg-2 ${index === 0 ? 'text-center' : 'text-left'} ${width}`}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((import_, index) => (
              <HistoryRow
                key={import_.id}
                import={import_}
                isFirst={index === 0}
                isLast={index === imports.length - 1}
                now={now}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ul className="flex flex-col gap-2 sm:hidden">
        {imports.map((import_) => (
          <HistoryCard key={import_.id} import={import_} now={now} />
        ))}
      </ul>
    </>
  );
}
