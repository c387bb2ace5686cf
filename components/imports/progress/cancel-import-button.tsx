'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIdentity } from '@/components/shell/identity';
import { Button } from '@/components/ui/button';
import { apiFetch } from '@/lib/http/api-fetch';
import { cancelImport, type Import } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import { importKeys } from '@/lib/imports/queries';
import { Confirm } from '../dialog/confirm';

type CancelImportButtonProps = { import: Import; isOwn: boolean; snapshot: number | null };

/** Cancels an import after asking once; says "Cancelling…" until it is really over. */
export function CancelImportButton({ import: import_, isOwn, snapshot }: CancelImportButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const { name } = useIdentity();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      apiFetch(cancelImport, { params: { id: import_.id }, body: name === undefined ? {} : { by: name } }),
    onSuccess: () => setAsking(false),
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.all }),
  });
  const waits = import_.state === 'waiting';
  const stays = snapshot === null ? 'Nothing of it stays.' : `Snapshot #${snapshot} stays current.`;
  if (cancel.isSuccess) return <Button isBusy>Cancelling…</Button>;
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)} aria-haspopup="dialog">
        {waits ? 'Leave the line…' : 'Cancel import…'}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={
          waits ? 'Leave the line?' : `Cancel import${import_.number === null ? '' : ` #${import_.number}`}?`
        }
        keepLabel={waits ? 'Stay in line' : 'Keep importing'}
        actLabel={waits ? 'Leave the line' : 'Cancel import'}
        isBusy={cancel.isPending}
        onKeep={() => setAsking(false)}
        onAct={() => cancel.mutate()}
      >
        <p>
          {isPaused(import_)
            ? 'Nothing is written; its files and choices are kept as a draft for 7 days.'
            : `Everything it did is undone and its uploaded files are removed. ${stays}`}
          {!isOwn && ` This is an import of ${import_.owner.name}, who is told that you cancelled it.`}
        </p>
        {cancel.isError && (
          <p role="alert" className="mt-2 text-danger">
            {cancel.error.message}
          </p>
        )}
      </Confirm>
    </>
  );
}
