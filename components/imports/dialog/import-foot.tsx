'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { isPaused } from '@/lib/imports/pause';
import { lockQuery } from '@/lib/imports/queries';
import { importPath } from '@/lib/navigation/import-path';
import { lineageOfSnapshot } from '@/lib/navigation/lineage-of-snapshot';
import { useResume } from '../pause/use-resume';
import { CancelImportButton } from '../progress/cancel-import-button';
import { useSessionImport } from '../progress/step-import';
import { useImportSession } from '../session/use-import-session';
import { isOver } from '../text/import-state';
import { DiscardDraft } from './discard-draft';
import { useMainKey } from './use-main-key';

/** The buttons while the import runs and after it ended. */
export function ImportFoot({ onClose }: { onClose: () => void }) {
  const { session, state } = useImportSession();
  const import_ = useSessionImport();
  const snapshot = useQuery(lockQuery()).data?.snapshot ?? null;
  const [isAsking, setAsking] = useState(false);
  const resume = useResume(import_);
  const asks = import_ !== undefined && isPaused(import_);
  useMainKey(asks ? () => resume.mutate() : onClose);
  if (import_ && isOver(import_.state)) {
    const succeeded = import_.state === 'succeeded';
    return (
      <div className="flex flex-1 flex-wrap items-center justify-end gap-2 py-3">
        {!succeeded && (
          <Button onPress={() => void session.prepareAgain(import_)}>Change and try again</Button>
        )}
        {import_.number !== null && (
          <ButtonLink href={importPath(import_.number)}>
            {succeeded ? 'Open receipt' : 'Open details'}
          </ButtonLink>
        )}
        {succeeded ? (
          <ButtonLink href={lineageOfSnapshot(import_.number)} variant="primary">
            Browse snapshot #{import_.number}
          </ButtonLink>
        ) : (
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        )}
      </div>
    );
  }
  const stays = snapshot === null ? 'undoes everything' : `undoes everything, #${snapshot} stays current`;
  return (
    <div className="flex flex-1 flex-wrap items-center gap-3 py-3">
      {import_ && state.start === 'started' ? (
        <CancelImportButton import={import_} isOwn snapshot={snapshot} />
      ) : (
        <Button variant="danger" onPress={() => setAsking(true)} aria-haspopup="dialog">
          Cancel import…
        </Button>
      )}
      <span className="flex-1 text-sm text-fg-2 max-sm:hidden">
        {asks ? 'keeps files and choices' : stays}
      </span>
      {asks ? (
        <>
          <Button onPress={onClose}>Answer later</Button>
          <Button variant="primary" isBusy={resume.isPending} onPress={() => resume.mutate()}>
            Go on
          </Button>
        </>
      ) : (
        <Button variant="primary" onPress={onClose}>
          Close and keep going
        </Button>
      )}
      <DiscardDraft isOpen={isAsking} onKeep={() => setAsking(false)} onDiscarded={onClose} />
    </div>
  );
}
