import { useQuery } from '@tanstack/react-query';
import type { Import } from '@/lib/imports/contract';
import { importQuery } from '@/lib/imports/queries';
import { dryRunKey } from '../../session/dry-run';
import { useImportSession } from '../../session/use-import-session';
import { isOver } from '../../text/import-state';

export type ShownDryRun = {
  state: 'none' | 'running' | 'done' | 'failed';
  import: Import | undefined;
  problem: string | null;
  /** Choices or files changed since. */
  isStale: boolean;
};

/** The dry run of the draft, as far as it is. */
export function useDryRun(): ShownDryRun {
  const { state } = useImportSession();
  const { dryRun } = state;
  const id = dryRun?.importId ?? null;
  const query = useQuery({ ...importQuery(id ?? ''), enabled: id !== null });
  const none = { import: undefined, problem: null, isStale: false };
  if (dryRun === null) return { ...none, state: 'none' };
  const isStale = dryRun.asked !== dryRunKey(state);
  if (dryRun.problem !== null) return { ...none, state: 'failed', problem: dryRun.problem, isStale };
  const import_ = id === null ? undefined : query.data;
  if (query.isError && import_ === undefined)
    return { ...none, state: 'failed', problem: query.error.message, isStale };
  if (import_ === undefined || !isOver(import_.state)) return { ...none, state: 'running', import: import_ };
  if (import_.state === 'succeeded') return { ...none, state: 'done', import: import_, isStale };
  const problem = import_.problem?.detail ?? 'It was cancelled.';
  return { state: 'failed', import: import_, problem, isStale };
}
