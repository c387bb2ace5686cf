'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { ApiProblem } from '@/lib/http/api-fetch';
import type { Import } from '@/lib/imports/contract';
import { importKeys, importQuery } from '@/lib/imports/queries';
import { isOver } from '../text/import-state';
import { EndedImport } from './ended-import';
import { ImportHead } from './import-head';
import { RunningImport } from './running-import';

/** One import: live progress while it runs, then its receipt, or the problem and where it is. */
export function ImportPage({ id }: { id: string }) {
  const query = useQuery(importQuery(id));
  const client = useQueryClient();
  const over = query.data !== undefined && isOver(query.data.state);
  // The lock and the snapshot change with the end of an import; the bar should not wait for its next poll.
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: importKeys.lock() });
  }, [over, client]);
  return (
    <div className="mx-auto flex w-full max-w-[92rem] flex-col gap-4 px-4 py-4 sm:px-8">
      {query.data ? (
        <>
          <ImportHead import={query.data} />
          {query.isError && <Stale onRetry={() => void query.refetch()} />}
          <Content import={query.data} />
        </>
      ) : query.isError ? (
        <NotLoaded error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton label="Loading the import" className="p-6" lines={[20, 40, 90, 90, 60]} />
      )}
    </div>
  );
}

function Content({ import: import_ }: { import: Import }) {
  return isOver(import_.state) ? <EndedImport import={import_} /> : <RunningImport import={import_} />;
}

function Stale({ onRetry }: { onRetry: () => void }) {
  return (
    <MessageBlock
      tone="warn"
      title="The server does not answer"
      action={
        <Button variant="link" size={28} onPress={onRetry}>
          Try again
        </Button>
      }
    >
      You see the import as it was. It goes on at the server.
    </MessageBlock>
  );
}

function NotLoaded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isMissing =
    error instanceof ApiProblem && ['not-found', 'invalid-request'].includes(error.problem.code);
  if (!isMissing) {
    return (
      <LoadFailed title="Could not load the import" onRetry={onRetry}>
        {error.message}
      </LoadFailed>
    );
  }
  return (
    <MessageBlock
      title="There is no such import"
      action={
        <ButtonLink href="/imports" variant="link" size={28}>
          All imports
        </ButtonLink>
      }
    >
      {error.message}
    </MessageBlock>
  );
}
