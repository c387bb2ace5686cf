'use client';
import { useEffect, useEffectEvent } from 'react';
import { ChooseFilesButton } from '@/components/ui/choose-files-button';
import { MessageBlock } from '@/components/ui/message-block';
import { summariseFiles, whyNotInMode } from '../draft/summarise-files';
import { filesWithoutBytes } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { DropZone } from './drop-zone';
import { FileList } from './file-list';
import { PasteButton } from './paste-button';
import { RefusedFiles } from './refused-files';

/** Step 1: the files, what each is, and what will become of it. */
export function StepFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { session, state } = useImportSession();
  const withoutBytes = new Set(filesWithoutBytes(state).map((file) => file.key));
  const summary = summariseFiles(state.files);
  const lacks = summary.ready.length > 0 && !summary.isReading ? whyNotInMode(summary, 'replace') : null;
  usePastedFiles(onFiles);
  return (
    <div className="flex flex-col gap-3 px-4 py-4 sm:min-h-[30rem] sm:px-6">
      <div className="flex gap-3">
        <DropZone />
        <div className="flex flex-col gap-2 sm:w-42 max-sm:flex-1 [&>button]:w-full">
          <ChooseFilesButton onFiles={onFiles} autoFocus />
          <div className="max-sm:hidden [&>button]:w-full">
            <ChooseFilesButton onFiles={onFiles} isFolder />
          </div>
          <PasteButton taken={state.files.map((file) => file.name)} onFiles={onFiles} />
        </div>
      </div>
      <RefusedFiles refused={state.refused} />
      {state.files.length > 0 && (
        <FileList files={state.files} withoutBytes={withoutBytes} onRemove={session.removeFile} />
      )}
      {lacks !== null && (
        <MessageBlock tone="warn" title={`Not a whole extract yet: ${summary.missing.join(' and ')} missing`}>
          Add what is missing to replace what the source had, or go on and choose “Add and update”.
        </MessageBlock>
      )}
    </div>
  );
}

/** Files may be pasted too, as from the file manager with Ctrl C. */
function usePastedFiles(onFiles: (files: readonly File[]) => void) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) onFiles(files);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event);
    window.addEventListener('paste', listener);
    return () => window.removeEventListener('paste', listener);
  }, []);
}
