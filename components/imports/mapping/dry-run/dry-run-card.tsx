'use client';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { countOf } from '@/lib/format-text/format-count';
import { formatDuration } from '@/lib/format-text/format-duration';
import type { Import } from '@/lib/imports/contract';
import { checkDraft } from '../../session/check-draft';
import { useImportSession } from '../../session/use-import-session';
import { percentText, spokenProgress } from '../../text/import-words';
import { DryRunCounts } from './dry-run-counts';
import { DryRunDetails } from './dry-run-details';
import { useDryRun } from './use-dry-run';

/** Counts what the import would do, in the step itself: all records with the same plan, and nothing is written. */
export function DryRunCard() {
  const { session, state } = useImportSession();
  const shown = useDryRun();
  const [isOpen, setOpen] = useState(false);
  const headingId = useId();
  const checked = checkDraft(state);
  const import_ = shown.import;
  const receipt = shown.state === 'done' ? import_?.receipt : null;
  const again = shown.state === 'none' ? 'Dry run' : 'Run again';
  return (
    <section
      aria-labelledby={headingId}
      className="flex flex-col gap-2 rounded-card border border-line-strong p-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <h3 id={headingId} className="text-base font-semibold">
          Dry run
        </h3>
        {import_ && receipt && <span className="text-xs text-fg-2">{against(import_)}</span>}
      </div>
      {shown.state === 'none' && (
        <p className="text-sm text-fg-2">
          Counts what would be created, updated and rejected. Reads every record, writes nothing, and waits
          for nobody’s import.
        </p>
      )}
      {shown.state === 'running' && <Counting import={import_} onCancel={() => void session.endDryRun()} />}
      {shown.state === 'failed' && (
        <p role="alert" className="text-sm break-words text-danger">
          {shown.problem}
        </p>
      )}
      {import_ && receipt && (
        <div className={shown.isStale ? 'opacity-60' : ''}>
          <DryRunCounts import={import_} receipt={receipt} onDetails={() => setOpen(true)} />
        </div>
      )}
      {shown.isStale && shown.state !== 'running' && (
        <p role="status" className="text-sm text-warn">
          Something was changed since. Run it again to see what counts now.
        </p>
      )}
      {shown.state !== 'running' && (
        <div className="flex flex-wrap gap-2">
          <Button
            size={28}
            disabledReason={checked.ok ? undefined : checked.reason}
            onPress={() => void session.dryRun()}
          >
            {again}
          </Button>
          {shown.state === 'failed' && import_ && (
            <Button variant="link" size={28} onPress={() => setOpen(true)}>
              Show rejected records
            </Button>
          )}
        </div>
      )}
      {import_ && <DryRunDetails import={import_} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </section>
  );
}

function against({ files, startedAt, finishedAt }: Import): string {
  const seconds = (Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
  const took = Number.isFinite(seconds) ? `, ${formatDuration(Math.max(1, seconds))}` : '';
  return `all records of ${countOf(files.length, 'file')}${took}`;
}

type CountingProps = { import: Import | undefined; onCancel: () => void };

function Counting({ import: import_, onCancel }: CountingProps) {
  const { percent } = import_?.progress ?? { percent: 0 };
  const what = countingWord(import_);
  return (
    <div className="flex flex-col items-start gap-1.5">
      <ProgressBar
        label="Dry run"
        percent={percent}
        text={import_ ? spokenProgress(import_.progress) : what}
      />
      <p className="text-sm text-fg-2 tabular">
        {import_?.state === 'checking' ? `${what}, ${percentText(percent)}` : what}
      </p>
      <Button size={28} onPress={onCancel}>
        Cancel dry run
      </Button>
    </div>
  );
}

function countingWord(import_: Import | undefined): string {
  if (import_ === undefined) return 'Sending the files';
  if (import_.state === 'waiting') return 'Waits until another dry run has ended';
  return import_.progress.phase === 'publish' ? 'Compares with what is there' : 'Reads the records';
}
