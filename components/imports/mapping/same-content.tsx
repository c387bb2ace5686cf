'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { MessageBlock } from '@/components/ui/message-block';
import { importPath } from '@/lib/navigation/import-path';
import type { DraftFile } from '../draft/draft-file';
import { readyFiles } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';

/** Says that the very same bytes were imported before, and offers to leave the file out. */
export function SameContent({ file }: { file: DraftFile }) {
  const { session, state } = useImportSession();
  const id = state.draft?.fileIds.get(file.key);
  const same = state.draft?.import.files.find((it) => it.id === id)?.sameAs;
  if (!same) return null;
  const skip = () => {
    session.removeFile(file.key);
    if (readyFiles(session.state()).length === 0) session.goTo('files');
  };
  return (
    <MessageBlock
      tone="warn"
      title="The same content was already imported"
      action={
        <Button variant="link" size={28} onPress={skip}>
          Skip this file
        </Button>
      }
    >
      In{' '}
      <Link href={importPath(same.number)} className="text-accent underline">
        #{same.number}
      </Link>{' '}
      on {same.at.slice(0, 10)}. It is imported again unless you skip it.
    </MessageBlock>
  );
}
