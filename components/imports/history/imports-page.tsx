'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { ShownOf } from '@/components/ui/shown-of';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { formatCount } from '@/lib/format-text/format-count';
import type { ImportOutcome } from '@/lib/imports/contract';
import { importListQuery } from '@/lib/imports/queries';
import { ReceiptKey } from '../receipt/receipt-bar';
import { HistoryTable } from './history-table';
import { type OutcomeTab, OutcomeTabs } from './outcome-tabs';

const PAGE = 50;

/** All imports: running and waiting ones on top, then history with states, records and lineage changes. */
export function ImportsPage() {
  const [tab, setTab] = useState<OutcomeTab>('all');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const filter: { outcome?: ImportOutcome; q?: string; limit: number } = {
    limit: PAGE,
    ...(tab === 'all' ? {} : { outcome: tab }),
    ...(q === '' ? {} : { q }),
  };
  const list = useInfiniteQuery({ ...importListQuery(filter), placeholderData: keepPreviousData });
  const pages = list.data?.pages ?? [];
  const imports = pages.flatMap((page) => page.items);
  const last = pages.at(-1);
  const clear = () => {
    setTab('all');
    setTyped('');
  };
  return (
    <div className="mx-auto flex w-full max-w-[92rem] flex-col gap-3 px-4 py-5 sm:px-8">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-xl" tabIndex={-1}>
          Imports
        </h1>
        <p className="text-base text-fg-2">Each published import is a snapshot that you can open.</p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <OutcomeTabs value={tab} onChange={setTab} counts={last?.counts} />
        <TextField
          label="File, person, source or #number"
          isLabelHidden
          type="search"
          isPageFilter
          icon={Search}
          placeholder="File, person, source or #number"
          value={typed}
          onChange={setTyped}
          maxLength={200}
          className="w-64 max-sm:w-full"
        />
      </div>
      {list.isPending && (
        <Skeleton label="Loading imports" className="rounded-card border border-line bg-surface p-6" />
      )}
      {list.isError && imports.length === 0 && (
        <LoadFailed title="Could not load the imports" onRetry={list.refetch}>
          {list.error.message}
        </LoadFailed>
      )}
      {imports.length > 0 && <HistoryTable imports={imports} />}
      {list.isSuccess && imports.length === 0 && (
        <NoImports isFiltered={tab !== 'all' || q !== ''} total={last?.counts.all ?? 0} onClear={clear} />
      )}
      {last && imports.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-fg-2">
          <ShownOf
            shown={imports.length}
            total={last.total}
            noun="imports"
            hidden="older hidden"
            list={list}
            more="Show older"
          >
            {list.isError && ', as they were: the server does not answer'}
          </ShownOf>
          <ReceiptKey />
        </div>
      )}
    </div>
  );
}

function NoImports({
  isFiltered,
  total,
  onClear,
}: {
  isFiltered: boolean;
  total: number;
  onClear: () => void;
}) {
  const { open } = useImportDialog();
  if (isFiltered) {
    return (
      <MessageBlock
        title="No match"
        action={
          <Button variant="link" size={28} onPress={onClear}>
            Clear the filters
          </Button>
        }
      >
        0 of {formatCount(total)} imports.
      </MessageBlock>
    );
  }
  return (
    <MessageBlock
      title="No imports yet"
      action={
        <Button variant="link" size={28} onPress={() => open()}>
          Import files…
        </Button>
      }
    >
      The first one becomes snapshot #1.
    </MessageBlock>
  );
}
