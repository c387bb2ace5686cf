import { MessageBlock } from '@/components/ui/message-block';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf } from '@/lib/format-text/format-count';
import type { Import } from '@/lib/imports/contract';
import { StartKeptDraft } from '../pause/start-kept-draft';

/** A draft: it takes no lock and is kept for 7 days. Who made it goes on with it in the import dialog. */
export function DraftImport({ import: import_ }: { import: Import }) {
  const there = import_.files.filter((file) => file.received >= file.size).length;
  const bytes = import_.files.reduce((sum, file) => sum + file.received, 0);
  const { counted } = import_;
  return (
    <>
      <MessageBlock title="This import has not started">
        {there} of {countOf(import_.files.length, 'file')} and {formatBytes(bytes)} are on the server. Drafts
        are kept for 7 days; the browser that made this one continues it with Import.
      </MessageBlock>
      {counted !== null && there === import_.files.length && (
        <StartKeptDraft import={import_} counted={counted} />
      )}
    </>
  );
}
