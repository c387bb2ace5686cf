'use client';
import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { useAnnounce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { MessageBlock } from '@/components/ui/message-block';
import { Skeleton } from '@/components/ui/skeleton';
import type { Import } from '@/lib/imports/contract';
import { isPaused } from '@/lib/imports/pause';
import { importQuery } from '@/lib/imports/queries';
import { importPath } from '@/lib/navigation/import-path';
import { PauseQuestion } from '../pause/pause-question';
import { uploadedBytes } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { isOver } from '../text/import-state';
import { ImportProgress } from './import-progress';
import { localFiles, sendingOf } from './local-sending';
import { Outcome } from './outcome';

/** The import of this dialog as the server has it now; the draft while nothing newer is known. */
export function useSessionImport(): Import | undefined {
  const { state } = useImportSession();
  const draft = state.draft?.import;
  const query = useQuery({
    ...importQuery(draft?.id ?? ''),
    enabled: draft !== undefined && state.start === 'started',
  });
  return query.data ?? draft;
}

/** Step 3: sending, checking, publishing, and how it ended. */
export function StepImport() {
  const { session, state } = useImportSession();
  const import_ = useSessionImport();
  useAnnouncedEnd(import_);
  if (!import_) return <Skeleton className="px-6 py-8" lines={[40, 70, 100, 100]} label="Making the draft" />;
  const stopped = uploadedBytes(state).files.filter((file) => file.state === 'stopped');
  const over = isOver(import_.state);
  return (
    <div className="flex flex-col gap-4 px-4 py-5 sm:px-6">
      {over ? (
        <Outcome import={import_} />
      ) : isPaused(import_) && import_.pause !== null ? (
        <PauseQuestion import={import_} pause={import_.pause} isOwn />
      ) : (
        <ImportProgress import={import_} isOwn sending={sendingOf(state)} localFiles={localFiles(state)} />
      )}
      {stopped.length > 0 && !over && (
        <MessageBlock
          tone="danger"
          title={`Sending ${stopped[0]?.name} stopped`}
          action={
            <Button variant="link" size={28} onPress={session.retryUploads}>
              Try again
            </Button>
          }
        >
          {stopped[0]?.reason} What arrived is kept.
        </MessageBlock>
      )}
      {!over && !isPaused(import_) && <CloseHint import={import_} />}
    </div>
  );
}

function CloseHint({ import: import_ }: { import: Import }) {
  return (
    <p className="flex gap-2.5 rounded-card bg-accent-tint px-3 py-2.5 text-sm">
      <Icon icon={Info} size={16} className="mt-px text-accent" />
      <span>
        {import_.state === 'draft' ? (
          'You can close this dialog and go on working; the files are sent in the background while this tab is open.'
        ) : (
          <>
            You can close this, it continues. The bar under the top bar shows it to everyone, and the receipt
            will be at{' '}
            <Link
              href={importPath(import_.number ?? import_.id)}
              className="font-medium text-accent hover:underline"
            >
              {import_.number === null ? 'its own page' : importPath(import_.number)}
            </Link>
            .
          </>
        )}
      </span>
    </p>
  );
}

/** The end of the own import is said even while the dialog hides the bar; a failure at once. */
function useAnnouncedEnd(import_: Import | undefined) {
  const announce = useAnnounce();
  const state = import_?.state;
  const number = import_?.number;
  useEffect(() => {
    if (state === 'succeeded') announce(`Import ${number} is published as snapshot ${number}`);
    if (state === 'failed' || state === 'interrupted') {
      announce(`Import ${number} failed, nothing was written`, { isAlert: true });
    }
  }, [state, number, announce]);
}
