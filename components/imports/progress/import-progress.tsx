'use client';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useNow } from '@/components/shell/use-now';
import { Icon } from '@/components/ui/icon';
import { formatDuration } from '@/lib/format-text/format-duration';
import type { Import } from '@/lib/imports/contract';
import { lockQuery } from '@/lib/imports/queries';
import { firstName, spokenProgress } from '../text/import-words';
import { BadSoFar } from './bad-so-far';
import { fileLines, type LocalFile } from './file-progress';
import { FileProgressList } from './file-progress-list';
import { headline } from './headline';
import type { LiveSending } from './local-sending';
import { PhaseBar } from './phase-bar';
import { phaseSegments } from './phase-segments';

type ImportProgressProps = {
  import: Import;
  isOwn: boolean;
  /** What this tab sends; null when it sends nothing. */
  sending?: LiveSending | null;
  localFiles?: ReadonlyMap<string, LocalFile>;
};

const NO_FILES: ReadonlyMap<string, LocalFile> = new Map();

/** An import that is not over: phase, percent, speed, time left, files, and who waits behind it. */
export function ImportProgress({
  import: import_,
  isOwn,
  sending = null,
  localFiles = NO_FILES,
}: ImportProgressProps) {
  const lock = useQuery(lockQuery()).data;
  const isSending = sending !== null && sending.sent < sending.total;
  const words = headline(import_, {
    isOwn,
    snapshot: lock?.snapshot ?? null,
    holderEta: lock?.holder?.etaSeconds ?? null,
    ...(isSending ? { sendingEta: sending.etaSeconds, isCut: sending.isCut } : {}),
  });
  const spoken = isSending
    ? spokenProgress({ percent: (sending.sent / sending.total) * 100, etaSeconds: sending.etaSeconds })
    : spokenProgress(import_.progress);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-x-4 gap-y-2 max-sm:flex-col">
        <div className="min-w-0">
          <p className="text-xl break-words">{words.title}</p>
          <p className="text-base text-fg-2">{words.note}</p>
        </div>
        {words.eta !== null && <TimeLeft text={words.eta} />}
      </div>
      <PhaseBar segments={phaseSegments(import_, sending)} spoken={spoken} />
      <FileProgressList lines={fileLines(import_, localFiles)} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-fg-2">
        <BadSoFar import={import_} />
        <WaitingBehind
          names={lock?.holder?.id === import_.id ? lock.waiting.map((it) => it.owner.name) : []}
          isOwn={isOwn}
        />
        <LockHeld startedAt={lock?.holder?.id === import_.id ? import_.startedAt : null} />
      </div>
    </div>
  );
}

function TimeLeft({ text }: { text: string }) {
  if (text === 'estimating') return <p className="shrink-0 text-base text-fg-2">estimating time left</p>;
  return (
    <p className="flex shrink-0 flex-col items-end max-sm:items-start">
      <span className="text-xxl tabular">{text.replace(/^in /, '')}</span>
      <span className="text-sm text-fg-2">{text.startsWith('in ') ? 'until your turn' : 'left'}</span>
    </p>
  );
}

function WaitingBehind({ names, isOwn }: { names: readonly string[]; isOwn: boolean }) {
  const [first, ...others] = names;
  if (first === undefined) return <span>Nobody waits behind {isOwn ? 'you' : 'it'}</span>;
  const who =
    others.length === 0 ? `${firstName(first)} waits` : `${firstName(first)} and ${others.length} more wait`;
  return (
    <span className="flex items-center gap-1.5" title={names.join(', ')}>
      <Icon icon={Users} size={14} />
      {who} behind {isOwn ? 'you' : 'it'}
    </span>
  );
}

function LockHeld({ startedAt }: { startedAt: string | null }) {
  const now = useNow(1000);
  if (startedAt === null || !now) return null;
  const seconds = Math.max(0, (now.getTime() - Date.parse(startedAt)) / 1000);
  return <span className="ml-auto tabular">Lock held for {formatDuration(Math.max(1, seconds))}</span>;
}
