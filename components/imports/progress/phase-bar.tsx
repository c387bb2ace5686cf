import { Check } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { ProgressBar } from '@/components/ui/progress-bar';
import { type Segment, segmentPercent } from './phase-segments';

const GROW: Record<Segment['phase'], string> = {
  upload: 'sm:grow-[3]',
  check: 'sm:grow-[5]',
  publish: 'sm:grow-[2.4]',
};

/** Upload, Check and Publish side by side; the size of the parts follows their usual time. */
export function PhaseBar({ segments, spoken }: { segments: readonly Segment[]; spoken: string }) {
  return (
    <ol className="flex gap-2 max-sm:flex-col max-sm:gap-3">
      {segments.map((segment) => (
        <li key={segment.phase} className={`basis-0 ${GROW[segment.phase]}`}>
          <SegmentBar segment={segment} spoken={spoken} />
          <p
            className={`mt-1.5 flex items-center gap-1.5 text-base ${
              segment.state === 'current'
                ? 'font-semibold text-accent'
                : segment.state === 'done'
                  ? 'font-semibold'
                  : 'text-fg-2'
            }`}
          >
            {segment.state === 'done' && <Icon icon={Check} size={14} className="text-ok" />}
            {segment.label}
            <span className="ml-auto tabular">{segmentPercent(segment)}</span>
          </p>
          {segment.lines.map((line) => (
            <p key={line} className="text-sm text-fg-2 tabular">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function SegmentBar({ segment, spoken }: { segment: Segment; spoken: string }) {
  if (segment.state === 'current')
    return <ProgressBar label={segment.label} percent={segment.percent} text={spoken} />;
  return <div className={`h-1.5 rounded-full ${segment.state === 'done' ? 'bg-accent' : 'bg-active'}`} />;
}
