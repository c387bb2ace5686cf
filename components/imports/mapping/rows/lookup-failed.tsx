'use client';
import { useQueryClient } from '@tanstack/react-query';
import { LoadFailed } from '@/components/ui/load-failed';
import { LOOKUPS_KEY } from '@/lib/datasets/lookup-queries';
import { lookupProblem } from '../../session/session-state';
import { useImportSession } from '../../session/use-import-session';

/** A dataset of the import could not be looked up: nothing can start before. */
export function LookupFailed() {
  const { state } = useImportSession();
  const client = useQueryClient();
  const problem = lookupProblem(state);
  if (problem === null) return null;
  return (
    <LoadFailed onRetry={() => client.refetchQueries({ queryKey: LOOKUPS_KEY, type: 'active' })}>
      {problem} Nothing can start before its key and columns are known.
    </LoadFailed>
  );
}
