import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { formatBytes } from '@/lib/format-text/format-bytes';
import { formatEta } from '@/lib/format-text/format-duration';
import { formatClock, formatClockSeconds, formatTimeAgo } from '@/lib/format-text/format-time';
import type { CurrentJob, Import } from '@/lib/imports/contract';
import { importPath } from '@/lib/navigation/import-path';
import { PhaseBar } from '../progress/phase-bar';
import { jobSegments, phaseSegments } from '../progress/phase-segments';
import { fileNames, spokenProgress } from '../text/import-words';

type HolderCardProps = { holder: CurrentJob; running: Import | undefined; now: Date | undefined };

/** The import that holds the lock: who, what, which phase, how long still, and its last sign of life. */
export function HolderCard({ holder, running, now }: HolderCardProps) {
  const bytes = running?.files.reduce((sum, file) => sum + file.size, 0);
  return (
    <section aria-label="The running import" className="rounded-card border border-line">
      <div className="flex flex-col gap-3 px-4 pt-4 pb-3">
        <div className="flex items-start gap-3">
          <Avatar name={holder.owner.name} hasRing isDecorative />
          <div className="min-w-0 flex-1">
            <p className="text-base">
              <span className="font-semibold">{holder.owner.name}</span>{' '}
              <span className="text-fg-2">holds the lock for import #{holder.number}</span>
            </p>
            <p className="text-sm text-fg-2 max-sm:wrap-anywhere sm:truncate" title={holder.files.join(', ')}>
              {fileNames(holder.files)}
              {bytes === undefined ? '' : ` · ${formatBytes(bytes)}`}
            </p>
          </div>
          <TimeLeft holder={holder} now={now} />
        </div>
        <PhaseBar
          segments={running ? phaseSegments(running, null) : jobSegments(holder)}
          spoken={spokenProgress(running?.progress ?? holder)}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-b-card bg-sunken px-4 py-2 text-sm text-fg-2">
        <span className="tabular">
          Started {formatClockSeconds(new Date(holder.startedAt))}
          {now && `, last sign of life ${formatTimeAgo(new Date(holder.lastSignAt), now)}`}
        </span>
        <Link href={importPath(holder.number)} className="font-semibold text-accent hover:underline">
          Follow #{holder.number}
        </Link>
      </div>
    </section>
  );
}

function TimeLeft({ holder, now }: { holder: CurrentJob; now: Date | undefined }) {
  const { etaSeconds, pausedUntil } = holder;
  if (pausedUntil !== null) {
    const until = formatClock(new Date(pausedUntil));
    return <p className="shrink-0 text-sm text-fg-2">waits for an answer, until {until}</p>;
  }
  if (etaSeconds === null) return <p className="shrink-0 text-sm text-fg-2">estimating time left</p>;
  return (
    <p className="shrink-0 text-right">
      <span className="block text-lg tabular">{formatEta(etaSeconds)}</span>
      <span className="text-xs text-fg-2">
        left{now && `, free near ${formatClock(new Date(now.getTime() + etaSeconds * 1000))}`}
      </span>
    </p>
  );
}
