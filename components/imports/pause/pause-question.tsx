'use client';
import { CirclePause } from 'lucide-react';
import { useNow } from '@/components/shell/use-now';
import { Icon } from '@/components/ui/icon';
import { formatEta } from '@/lib/format-text/format-duration';
import { formatClock } from '@/lib/format-text/format-time';
import type { Import } from '@/lib/imports/contract';
import type { Pause } from '@/lib/imports/pause';
import { firstName } from '../text/import-words';
import { PlanTable } from './plan-table';

type PauseQuestionProps = { import: Import; pause: Pause; isOwn: boolean; children?: React.ReactNode };

/** Why an import stands still at its turn: what its dry run said beside what would happen now. `children`: the answers. */
export function PauseQuestion({ import: { owner }, pause, isOwn, children }: PauseQuestionProps) {
  const now = useNow(1000);
  const until = new Date(pause.until);
  const left = now && Math.max(0, (until.getTime() - now.getTime()) / 1000);
  const who = isOwn ? 'your' : `${firstName(owner.name)}’s`;
  return (
    <section aria-label="The data changed since the dry run" className="flex flex-col gap-3">
      <div>
        <p className="flex items-center gap-2 text-xl">
          <Icon icon={CirclePause} size={20} className="text-warn" />
          The data changed since {who} dry run
        </p>
        <p className="text-base text-fg-2">
          {isOwn ? 'Your turn has come, but the' : 'The'} import would now do something else. Nothing is
          written, and nobody else can import, until{' '}
          {isOwn ? 'you answer' : `${firstName(owner.name)} answers`}.
        </p>
      </div>
      <PlanTable
        caption="What the dry run counted, and what would happen now"
        plans={[
          { title: 'Dry run', counts: pause.expected },
          { title: 'Now', counts: pause.found },
        ]}
      />
      <p className="text-sm text-fg-2 tabular">
        Without an answer it is cancelled at {formatClock(until)}
        {left !== undefined && `, in ${formatEta(left)}`}. Its files and choices are kept as a draft then, as
        with Cancel.
      </p>
      {children}
    </section>
  );
}
