import { LoadFailed } from '@/components/ui/load-failed';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import { ApiProblem } from '@/lib/http/api-fetch';

/** What a tab shows instead of, or over, its content while that is loading or could not be loaded. */
export function LoadState({
  query,
  snapshot,
  label,
}: {
  query: {
    isPending: boolean;
    isError: boolean;
    error: Error | null;
    data?: unknown;
    refetch: () => unknown;
  };
  snapshot: number | undefined;
  label: string;
}) {
  const isMissing = query.error instanceof ApiProblem && query.error.problem.code === 'not-found';
  if (query.isError && isMissing) {
    return (
      <MessageBlock title="Not in this snapshot" className="m-4">
        {query.error?.message}
      </MessageBlock>
    );
  }
  if (query.isError) {
    return (
      <LoadFailed className="m-4" onRetry={query.refetch}>
        {query.data === undefined || snapshot === undefined
          ? 'The rest of the page works.'
          : `You still see #${snapshot}.`}
      </LoadFailed>
    );
  }
  return query.isPending ? <Skeleton className="p-4" lines={[42, 80, 64, 30, 72]} label={label} /> : null;
}
