'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { apiFetch } from '@/lib/http/api-fetch';
import { cancelImport } from '@/lib/imports/contract';
import { importKeys } from '@/lib/imports/queries';
import { useIdentity } from '../identity';

/** Asks once before a waiting import is taken out of the line. */
export function LeaveLineDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { name } = useIdentity();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: (waiting: string) =>
      apiFetch(cancelImport, { params: { id: waiting }, body: name === undefined ? {} : { by: name } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.all }),
  });
  return (
    <Dialog
      isOpen={id !== null}
      onClose={onClose}
      role="alertdialog"
      width="sm"
      title="Leave the line?"
      foot={
        <div className="flex flex-1 justify-end gap-2">
          <Button autoFocus onPress={onClose}>
            Stay in line
          </Button>
          <Button variant="danger" isBusy={leave.isPending} onPress={() => id !== null && leave.mutate(id)}>
            Leave the line
          </Button>
        </div>
      }
    >
      <p className="px-5 py-4 text-fg-2">Your import is cancelled and its uploaded files are removed.</p>
      {leave.isError && (
        <p role="alert" className="px-5 pb-4 text-danger">
          {leave.error.message}
        </p>
      )}
    </Dialog>
  );
}
