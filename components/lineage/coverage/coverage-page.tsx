'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { ShownOf } from '@/components/ui/shown-of';
import { Skeleton } from '@/components/ui/skeleton';
import { coverageQuery } from '@/lib/lineage/queries';
import { CoverageFilters } from './coverage-filters';
import { CoverageHead } from './coverage-head';
import { CoverageTable } from './coverage-table';
import { SourceTable } from './source-table';
import { useCoverageAddress } from './use-coverage-address';

const PAGE = 500;

/** How much of the SQL was read, source by source and definition by definition, as of the snapshot that is read. */
export function CoveragePage() {
  const { snapshot, isPinnedByAddress } = useSnapshot();
  const { open } = useImportDialog();
  const address = useCoverageAddress();
  const { source, q, show, sort, order } = address;
  const list = useInfiniteQuery({
    ...coverageQuery({
      limit: PAGE,
      show,
      sort,
      ...(source === '' ? {} : { source }),
      ...(q === '' ? {} : { q }),
      ...(order === '' ? {} : { order }),
      ...(typeof snapshot === 'number' ? { snapshot } : {}),
    }),
    enabled: typeof snapshot === 'number',
    placeholderData: keepPreviousData,
  });
  const pages = list.data?.pages ?? [];
  const last = pages.at(-1);
  const items = pages.flatMap((page) => page.items);
  const clear = () => address.change({ source: '', q: '', show: 'all' });
  const hasNoSql = snapshot === null || last?.sources.length === 0;
  return (
    <div className="mx-auto flex h-full min-h-0 w-full max-w-[100rem] flex-col gap-3 px-4 py-5 sm:px-8">
      <CoverageHead answer={last} />
      {list.isPending && snapshot !== null && (
        <Skeleton label="Loading the coverage" className="rounded-card border border-line bg-surface p-6" />
      )}
      {list.isError && (
        <LoadFailed title="Could not load the coverage" onRetry={list.refetch}>
          {last === undefined ? list.error.message : `You still see #${last.snapshot}.`}
        </LoadFailed>
      )}
      {hasNoSql && (
        <MessageBlock
          title="No SQL yet"
          action={
            <Button variant="link" size={28} onPress={() => open()}>
              Import files…
            </Button>
          }
        >
          {last === undefined ? 'Nothing is imported.' : `Snapshot #${last.snapshot} has no definitions.`}{' '}
          Import definitions of views, procedures, functions and triggers to see how much of them could be
          read.
        </MessageBlock>
      )}
      {last && !hasNoSql && (
        <>
          <SourceTable
            sources={last.sources}
            chosen={source}
            onChoose={(next) => address.change({ source: next })}
          />
          <CoverageFilters address={address} counts={last.counts} sources={last.sources} />
          {items.length > 0 ? (
            <CoverageTable
              items={items}
              address={address}
              snapshot={isPinnedByAddress ? (snapshot ?? undefined) : undefined}
              isSourceShown={last.sources.length > 1 && source === ''}
            />
          ) : (
            <NoMatch show={show} counts={last.counts} onClear={clear} />
          )}
          <ShownOf
            shown={items.length}
            total={last.total}
            noun="definitions"
            list={list}
            more={`Show ${Math.min(PAGE, last.total - items.length)} more`}
          >
            , as of #{last.snapshot}
          </ShownOf>
        </>
      )}
    </div>
  );
}

type NoMatchProps = { show: string; counts: Record<string, number>; onClear: () => void };

/** Nothing of the chosen kind: that is good news when there are definitions at all. */
function NoMatch({ show, counts, onClear }: NoMatchProps) {
  const isGood = (counts.all ?? 0) > 0;
  return (
    <MessageBlock
      title={isGood ? (GOOD[show] ?? 'No match') : 'No match'}
      action={
        <Button variant="link" size={28} onPress={onClear}>
          Show all definitions
        </Button>
      }
    >
      {isGood ? 'Of the definitions that match the other filters.' : 'No definition matches the filters.'}
    </MessageBlock>
  );
}

const GOOD: Record<string, string> = {
  unread: 'Everything was read',
  doubt: 'Nothing is in doubt',
  disagree: 'Nothing disagrees',
};
