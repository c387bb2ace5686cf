'use client';
import { Button } from '@/components/ui/button';
import { MessageBlock } from '@/components/ui/message-block';
import type { DraftFile } from '../draft/draft-file';
import { useImportSession } from '../session/use-import-session';

/** Says that a file brings the rejects of an import again, and the two ways to correct them. */
export function CorrectsNote({ file }: { file: DraftFile }) {
  const { session } = useImportSession();
  if (file.rejectsOf === undefined) return null;
  return (
    <MessageBlock
      title={`Rejected records of #${file.rejectsOf}`}
      action={
        <Button variant="link" size={28} onPress={() => session.goTo('files')}>
          Choose a corrected file…
        </Button>
      }
    >
      Change how they are read here, or correct the downloaded file and choose it instead. Only these records
      are imported, as a child of #{file.rejectsOf}; the columns that say why are left out.
    </MessageBlock>
  );
}
