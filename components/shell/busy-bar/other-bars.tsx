'use client';
import { CircleCheck, CirclePause, CircleX, Hourglass, WifiOff, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { formatEta } from '@/lib/format-text/format-duration';
import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import { formatClock } from '@/lib/format-text/format-time';
import type { CurrentJob, Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';
import { BarFrame } from './bar-frame';
import { endText } from './use-told-events';

/** A newer snapshot was published; the view stays until the reader switches. */
export function ReadyBar({
  newest,
  snapshot,
  onSwitch,
}: {
  newest: number;
  snapshot: number;
  onSwitch: () => void;
}) {
  return (
    <BarFrame
      tone="ok"
      mark={<Icon icon={CircleCheck} />}
      title={`Snapshot #${newest} is ready`}
      actions={
        <Button variant="link" size={28} onPress={onSwitch}>
          Switch to #{newest}
        </Button>
      }
    >
      <span className="truncate text-fg-2">you still see #{snapshot}</span>
    </BarFrame>
  );
}

/** An import stands still until its owner answers. */
export function PausedBar({ job, isOwn, until }: { job: CurrentJob; isOwn: boolean; until: string }) {
  return (
    <BarFrame
      tone="warn"
      mark={<Icon icon={CirclePause} />}
      title={isOwn ? 'Your import waits for your answer' : `${job.owner.name}’s import waits for an answer`}
      actions={
        <ButtonLink href={importPath(job.number)} variant="link" size={28}>
          {isOwn ? `Answer #${job.number}` : `Follow #${job.number}`}
        </ButtonLink>
      }
    >
      <span className="truncate text-fg-2 tabular max-sm:hidden">
        the data changed since the dry run; without an answer it is cancelled at{' '}
        {formatClock(new Date(until))}
      </span>
    </BarFrame>
  );
}

/** The reader's own import waits for the lock. */
export function InLineBar(props: { position: number; etaSeconds: number | null; onLeave: () => void }) {
  const { position, etaSeconds, onLeave } = props;
  return (
    <BarFrame
      tone="accent"
      mark={<Icon icon={Hourglass} />}
      title={`You are ${formatOrdinal(position)} in line`}
      actions={
        <Button variant="link" size={28} onPress={onLeave}>
          Leave the line
        </Button>
      }
    >
      <span className="truncate text-fg-2 tabular">
        starts by itself{etaSeconds === null ? '' : `, in about ${formatEta(etaSeconds)}`}
      </span>
    </BarFrame>
  );
}

/** An import that was watched here ended without a snapshot. */
export function FailedBar({ import: ended, onDismiss }: { import: Import; onDismiss: () => void }) {
  return (
    <BarFrame
      tone="danger"
      mark={<Icon icon={CircleX} />}
      title={endText(ended)}
      actions={
        <>
          <ButtonLink href={importPath(ended.number ?? ended.id)} variant="link" size={28}>
            See why
          </ButtonLink>
          <IconButton icon={X} label="Dismiss" size={24} iconSize={14} onPress={onDismiss} />
        </>
      }
    >
      <span className="truncate text-fg-2 max-md:hidden">{ended.problem?.detail}</span>
    </BarFrame>
  );
}

/** The server does not answer. */
export function LostBar(props: { hasImport: boolean; secondsToRetry: number; onRetry: () => void }) {
  return (
    <BarFrame
      tone="warn"
      mark={<Icon icon={WifiOff} />}
      title="Connection lost"
      actions={
        <Button variant="link" size={28} onPress={props.onRetry}>
          Try now
        </Button>
      }
    >
      <span className="truncate text-fg-2 tabular">
        trying again in {props.secondsToRetry} s
        {props.hasImport ? ', the import goes on at the server' : ', what is loaded stays'}
      </span>
    </BarFrame>
  );
}
