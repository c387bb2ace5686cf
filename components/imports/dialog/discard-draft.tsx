'use client';
import { useState } from 'react';
import { countOf } from '@/lib/format-text/format-count';
import { useImportSession } from '../session/use-import-session';
import { Confirm } from './confirm';

type DiscardDraftProps = { isOpen: boolean; onKeep: () => void; onDiscarded: () => void };

/** Asks once before a draft is thrown away, here and on the server. */
export function DiscardDraft({ isOpen, onKeep, onDiscarded }: DiscardDraftProps) {
  const { session, state } = useImportSession();
  const [isBusy, setBusy] = useState(false);
  const discard = async () => {
    setBusy(true);
    await session.discard();
    setBusy(false);
    onKeep();
    onDiscarded();
  };
  return (
    <Confirm
      isOpen={isOpen}
      title="Discard this draft?"
      keepLabel="Keep draft"
      actLabel="Discard draft"
      isBusy={isBusy}
      onKeep={onKeep}
      onAct={() => void discard()}
    >
      The list of {countOf(state.files.length, 'file')}, your choices and what was sent of the files are
      removed. Nothing was imported. Close the dialog instead to keep the draft for 7 days.
    </Confirm>
  );
}
