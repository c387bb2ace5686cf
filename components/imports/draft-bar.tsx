'use client';
import { FilePen } from 'lucide-react';
import { useState } from 'react';
import { BarFrame } from '@/components/shell/busy-bar/bar-frame';
import { useImportDialog } from '@/components/shell/import-dialog-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { countOf } from '@/lib/format-text/format-count';
import { DiscardDraft } from './dialog/discard-draft';
import { summariseFiles } from './draft/summarise-files';
import { hasOpenDraft, type SessionState, uploadedBytes } from './session/session-state';
import { useImportSession } from './session/use-import-session';
import { firstName, percentText } from './text/import-words';

/** A line under the bars while a draft is kept and its dialog is closed. */
export function DraftBar() {
  const { isOpen, open } = useImportDialog();
  const { session, state } = useImportSession();
  const [isAsking, setAsking] = useState(false);
  if (isOpen || !hasOpenDraft(state)) return null;
  const { title, note } = words(state);
  return (
    <BarFrame
      tone="accent"
      label="Your draft"
      mark={<Icon icon={FilePen} />}
      title={title}
      actions={
        <>
          {state.start !== 'starting' && (
            <Button variant="link" size={28} onPress={() => setAsking(true)}>
              Discard…
            </Button>
          )}
          {state.start === 'busy' && (
            <Button variant="link" size={28} onPress={() => void session.start('wait')}>
              Wait in line
            </Button>
          )}
          <Button variant="link" size={28} onPress={() => open()}>
            {state.start === 'starting' ? 'Show' : 'Continue import'}
          </Button>
        </>
      }
    >
      <span className="truncate text-fg-2">{note}</span>
      <DiscardDraft isOpen={isAsking} onKeep={() => setAsking(false)} onDiscarded={() => setAsking(false)} />
    </BarFrame>
  );
}

function words(state: SessionState): { title: string; note: string } {
  const summary = summariseFiles(state.files);
  const { sent, total } = uploadedBytes(state);
  const share = total === 0 ? 100 : (sent / total) * 100;
  if (state.start === 'starting') {
    return {
      title: `Sending ${countOf(summary.ready.length, 'file')}, ${percentText(share)}`,
      note: 'the import starts by itself',
    };
  }
  if (state.start === 'busy') {
    const holder = state.busy ? firstName(state.busy.owner.name) : 'Somebody';
    return { title: 'Your import is ready', note: `${holder} was importing when it wanted to start` };
  }
  const progress = state.draft === null ? '' : `, ${percentText(share)} sent`;
  return {
    title: 'Draft kept',
    note: `${countOf(summary.total, 'file')}, ${formatBytes(summary.bytes)}${progress}`,
  };
}
