'use client';
import { PencilLine } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { Import } from '@/lib/imports/contract';
import { hasOpenDraft } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { fetchRejectFiles } from './fetch-reject-files';

/** Opens the mapping with only the rejected records of an import; what is corrected there becomes its child. */
export function FixButton({ import: import_ }: { import: Import }) {
  const { open } = useImportDialog();
  const { session, state } = useImportSession();
  // Somebody came to correct them, from the page of the dataset.
  const isAskedFor = useSearchParams().get('fix') === 'rejects';
  const [isBusy, setBusy] = useState(false);
  const isTaken = hasOpenDraft(state);
  const fix = async () => {
    setBusy(true);
    try {
      const files = await fetchRejectFiles(import_);
      if (session.state().start === 'started') session.reset();
      session.addFiles(files);
      await session.looked();
      session.goTo('preview');
      open();
    } catch (error) {
      showToast((error as Error).message);
    }
    setBusy(false);
  };
  return (
    <Button
      size={28}
      icon={PencilLine}
      isBusy={isBusy}
      autoFocus={isAskedFor}
      disabledReason={isTaken ? 'Finish or discard your draft first' : undefined}
      onPress={() => void fix()}
    >
      Fix and re-import
    </Button>
  );
}
