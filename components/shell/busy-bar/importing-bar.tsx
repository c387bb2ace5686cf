'use client';
import { ChevronRight } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatEta } from '@/lib/format-text/format-duration';
import { speakDuration } from '@/lib/format-text/speak-duration';
import type { CurrentJob, LockStatus } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';
import { BarFrame } from './bar-frame';
import { NotifyButton } from './notify-button';
import { PhaseSteps } from './phase-steps';

type ImportingBarProps = { job: CurrentJob; isOwn: boolean; waiting: LockStatus['waiting'] };

const LINE_SHOWN = 4;

/** Somebody imports: who, what, which phase, how far, how long, who waits. */
export function ImportingBar({ job, isOwn, waiting }: ImportingBarProps) {
  const file = job.files[(job.file ?? 1) - 1];
  const more = job.files.length - 1;
  const left = job.etaSeconds === null ? 'estimating' : `${formatEta(job.etaSeconds)} left`;
  const spoken = `${Math.floor(job.percent)} percent, ${job.etaSeconds === null ? 'estimating the time left' : `${speakDuration(formatEta(job.etaSeconds))} left`}`;
  return (
    <BarFrame
      tone="accent"
      mark={<Avatar name={job.owner.name} hasRing isDecorative />}
      title={isOwn ? 'You are importing' : `${job.owner.name} is importing`}
      actions={
        <>
          {waiting.length > 0 && <InLine waiting={waiting} />}
          <NotifyButton importId={job.id} number={job.number} />
          <ButtonLink
            href={importPath(job.number)}
            variant="link"
            size={28}
            iconEnd={ChevronRight}
            className="max-sm:hidden"
          >
            Follow #{job.number}
          </ButtonLink>
        </>
      }
      line={
        <ProgressBar
          size={2}
          label={`Import #${job.number}: ${job.phase}`}
          percent={job.percent}
          text={spoken}
        />
      }
    >
      <span className="ident min-w-0 truncate font-medium max-md:hidden" title={job.files.join(', ')}>
        {file}
        {more > 0 && (
          <span className="font-normal text-fg-2">
            {job.file === null ? ` and ${more} more` : ` (${job.file} of ${job.files.length} files)`}
          </span>
        )}
      </span>
      <PhaseSteps phase={job.phase} percent={job.percent} />
      <span className="truncate font-medium tabular max-sm:font-normal max-sm:text-fg-2">
        <span className="md:hidden">{Math.floor(job.percent)} %, </span>
        {job.etaSeconds !== null && job.etaSeconds >= 1 && <span className="max-md:hidden">about </span>}
        {left}
      </span>
    </BarFrame>
  );
}

function InLine({ waiting }: { waiting: LockStatus['waiting'] }) {
  const names = waiting.map((place) => place.owner.name).join(', ');
  return (
    <span className="flex items-center gap-1.5 text-base text-fg-2 max-md:hidden" title={names}>
      In line:
      {waiting.slice(0, LINE_SHOWN).map((place) => (
        <Avatar key={place.id} name={place.owner.name} size={20} />
      ))}
      {waiting.length > LINE_SHOWN && <span>+{waiting.length - LINE_SHOWN}</span>}
    </span>
  );
}
