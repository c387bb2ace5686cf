import { MessageBlock } from '@/components/ui/message-block';
import type { Import } from '@/lib/imports/contract';
import { KeptDraft } from '../pause/kept-draft';
import { ProblemBlock } from './problem-block';

/** An import that did not publish: what happened, and that nothing was written. */
export function NotWritten({ import: import_ }: { import: Import }) {
  if (import_.state === 'cancelled') {
    return (
      <MessageBlock title={`Cancelled${import_.cancelledBy === null ? '' : ` by ${import_.cancelledBy}`}`}>
        {import_.pause?.answer === 'none' && <>{import_.problem?.detail} </>}
        <KeptDraft import={import_} />
      </MessageBlock>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {import_.problem ? (
        <ProblemBlock problem={import_.problem} />
      ) : (
        <MessageBlock tone="danger" title="The import did not end">
          The server stopped while it ran.
        </MessageBlock>
      )}
      <p className="text-sm text-fg-2">
        Nothing was written; readers still see the snapshot before.{' '}
        {import_.pause?.draft != null ? (
          <KeptDraft import={import_} />
        ) : (
          'Correct the files and import them again.'
        )}
      </p>
    </div>
  );
}
