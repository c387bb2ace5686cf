import { useQuery } from '@tanstack/react-query';
import { SqlViewer } from '@/components/ui/sql-viewer/sql-viewer';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { loggedQueryQuery } from '@/lib/lineage/queries';
import type { LoggedQuery } from '@/lib/lineage/query-log-contract';
import { LoadState } from './load-state';

/** The text of a logged statement, and how often the log has it. */
export function LoggedProof({ id, source, snapshot }: { id: string; source: string; snapshot: number }) {
  const query = useQuery(loggedQueryQuery(id, { source, snapshot }));
  return (
    // As wide as the list: the text of a statement needs more room than the column of the proofs.
    <div className="-ml-[7.125rem] flex min-w-0 flex-col overflow-hidden rounded-control border border-line">
      <LoadState query={query} snapshot={snapshot} label="Loading the logged statement" />
      {query.data && (
        <>
          <SqlViewer
            text={query.data.text}
            label={`Logged statement, ${placeOf(query.data)}`}
            className="max-h-60 min-h-0"
          />
          <p className="border-t border-line bg-sunken px-2 py-1.5 text-xs text-fg-2 tabular">
            {seenWords(query.data)} A logged statement says that it happened, not that it is a rule.
          </p>
        </>
      )}
    </div>
  );
}

function placeOf({ from }: LoggedQuery): string {
  return `record ${formatCount(from.record)} of ${from.file}`;
}

function seenWords({ seen, source }: LoggedQuery): string {
  if (seen === 1) return `Seen once in the query log of ${source}.`;
  return `Seen in ${countOf(seen, 'record')} of the query log of ${source}, with the same or other values.`;
}
