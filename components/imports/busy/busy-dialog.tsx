'use client';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import { lockQuery } from '@/lib/imports/queries';
import { expectation } from '../session/dry-run';
import { useImportSession } from '../session/use-import-session';
import { firstName } from '../text/import-words';
import { BusyView } from './busy-view';

/** Start was answered with 409: who imports, and the offer to wait in line. */
export function BusyDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { session, state } = useImportSession();
  const lock = useQuery(lockQuery()).data;
  const job = lock?.holder ?? state.busy;
  const place = formatOrdinal((lock?.waiting.length ?? state.busy?.waiting ?? 0) + 1);
  const isFree = lock !== undefined && lock.holder === null && lock.waiting.length === 0;
  const waitLabel = isFree ? 'Start import' : `Wait in line (you are ${place}) and start automatically`;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={
        isFree || !job ? 'The lock is free again' : `${firstName(job.owner.name)} is importing right now`
      }
      width="md"
      foot={
        <div className="flex flex-1 flex-wrap items-center gap-2 py-3">
          <span className="font-mono text-xs text-fg-3">409 import-busy</span>
          <span className="flex-1" />
          <Button onPress={onClose}>Close</Button>
          <Button
            variant="primary"
            autoFocus
            className="max-sm:w-full"
            isBusy={state.start === 'starting'}
            onPress={() => void session.start('wait')}
          >
            {waitLabel}
          </Button>
        </div>
      }
    >
      <div className="pt-4">
        {state.busy && (
          <BusyView
            refusedBy={state.busy}
            files={state.draft?.fileIds.size ?? 0}
            importId={state.draft?.import.id}
            hasDryRun={expectation(state).expectedDryRun !== undefined}
          />
        )}
      </div>
    </Dialog>
  );
}
