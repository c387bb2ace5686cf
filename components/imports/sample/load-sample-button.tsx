'use client';
import { useMutation } from '@tanstack/react-query';
import { Database } from 'lucide-react';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { Button } from '@/components/ui/button';
import { hasOpenDraft } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { loadSample } from './load-sample';

/** One press imports the sample warehouse and shows how it goes. */
export function LoadSampleButton() {
  const { session, state } = useImportSession();
  const { open, close } = useImportDialog();
  const load = useMutation({
    mutationFn: () => loadSample(session),
    onMutate: () => {
      session.reset();
      session.goTo('import');
      open();
    },
    onError: () => {
      close();
      session.reset();
    },
  });
  const reason =
    hasOpenDraft(state) && !load.isPending ? 'Import or discard the files you have chosen first' : undefined;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        icon={Database}
        isBusy={load.isPending}
        disabledReason={reason}
        onPress={() => load.mutate()}
        className="h-9"
      >
        Load the sample workspace
      </Button>
      {load.isError && (
        <p role="alert" className="text-sm text-danger">
          {load.error.message}
        </p>
      )}
    </div>
  );
}
