import { Button } from '@/components/ui/button';
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
      <MessageBlock
        tone="danger"
        title="Could not load"
        className="m-4"
        action={
          <Button variant="link" size={24} onPress={() => void query.refetch()}>
            Try again
          </Button>
        }
      >
        {query.data === undefined || snapshot === undefined
          ? 'The rest of the page works.'
          : `You still see #${snapshot}.`}
      </MessageBlock>
    );
  }
  return query.isPending ? <Skeleton className="p-4" lines={[42, 80, 64, 30, 72]} label={label} /> : null;
}
