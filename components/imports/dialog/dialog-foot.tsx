'use client';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useIdentity } from '@/components/shell/identity';
import { Button } from '@/components/ui/button';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf } from '@/lib/format-text/format-count';
import { summariseFiles, whyNotContinue } from '../draft/summarise-files';
import { useDryRun } from '../mapping/dry-run/use-dry-run';
import { SaveRecipeSwitch } from '../mapping/recipes/save-recipe-switch';
import { checkDraft } from '../session/check-draft';
import { filesWithoutBytes } from '../session/session-state';
import { useImportSession } from '../session/use-import-session';
import { DiscardDraft } from './discard-draft';
import { ImportFoot } from './import-foot';
import { LockLine } from './lock-line';
import { useMainKey } from './use-main-key';

/** The buttons of the step; the main one is at the right and answers to Ctrl Enter. */
export function DialogFoot({ onClose }: { onClose: () => void }) {
  const { state } = useImportSession();
  if (state.step === 'files') return <FilesFoot onClose={onClose} />;
  return state.step === 'preview' ? <PreviewFoot /> : <ImportFoot onClose={onClose} />;
}

function FilesFoot({ onClose }: { onClose: () => void }) {
  const { session, state } = useImportSession();
  const [isAsking, setAsking] = useState(false);
  const summary = summariseFiles(state.files);
  const lost = filesWithoutBytes(state);
  const reason =
    lost.length > 0
      ? `The page was loaded again. Choose ${lost.map((file) => file.name).join(', ')} once more, or remove it`
      : whyNotContinue(summary);
  const go = () => session.goTo('preview');
  useMainKey(reason === null ? go : null);
  return (
    <Foot start={<LockLine />}>
      {summary.total > 0 && (
        <span className="text-sm text-fg-2 tabular max-sm:hidden">
          {summary.ready.length} of {countOf(summary.total, 'file')}, {formatBytes(summary.bytes)}
        </span>
      )}
      <Button onPress={() => (summary.total === 0 ? onClose() : setAsking(true))}>Cancel</Button>
      <Button variant="primary" iconEnd={ArrowRight} disabledReason={reason ?? undefined} onPress={go}>
        Continue to preview
      </Button>
      <DiscardDraft isOpen={isAsking} onKeep={() => setAsking(false)} onDiscarded={onClose} />
    </Foot>
  );
}

function PreviewFoot() {
  const { session, state } = useImportSession();
  const { setName } = useIdentity();
  const checked = checkDraft(state);
  const isCounting = useDryRun().state === 'running';
  const reason = isCounting ? 'Wait for the dry run' : checked.ok ? null : checked.reason;
  const run = () => {
    if (state.choices.ownerName.trim() !== '') setName(state.choices.ownerName);
    void session.start('refuse');
  };
  useMainKey(reason === null ? run : null);
  return (
    <Foot start={<SaveRecipeSwitch />}>
      {reason === null ? (
        <LockLine />
      ) : (
        <span role="status" className="max-w-md text-sm text-warn">
          {reason}
        </span>
      )}
      <Button onPress={() => session.goTo('files')}>Back</Button>
      <Button variant="primary" disabledReason={reason ?? undefined} onPress={run}>
        Start import
      </Button>
    </Foot>
  );
}

function Foot({ start, children }: { start: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="flex flex-1 flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="min-w-40 flex-1">{start}</div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:justify-end">{children}</div>
    </div>
  );
}
