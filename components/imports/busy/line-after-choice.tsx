import { ArrowRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useIdentity } from '@/components/shell/identity';
import { useNow } from '@/components/shell/use-now';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { countOf } from '@/lib/format-text/format-count';
import { formatEta } from '@/lib/format-text/format-duration';
import { formatOrdinal } from '@/lib/format-text/format-ordinal';
import { formatClock } from '@/lib/format-text/format-time';
import type { CurrentJob, LockStatus } from '@/lib/imports/contract';
import { firstName } from '../text/import-words';

type LineProps = { holder: CurrentJob | null; waiting: LockStatus['waiting']; files: number };

const OTHERS_SHOWN = 2;

/** The line as it will be when the offered place is taken. */
export function LineAfterChoice({ holder, waiting, files }: LineProps) {
  const { name = 'You' } = useIdentity();
  const cards: ReactNode[] = [];
  if (holder) {
    const left = holder.etaSeconds === null ? 'estimating' : formatEta(holder.etaSeconds);
    cards.push(
      <Place key="now" name={holder.owner.name} title="Now">
        {firstName(holder.owner.name)}, {left}
      </Place>,
    );
  }
  for (const place of waiting.slice(0, OTHERS_SHOWN)) {
    cards.push(
      <Place key={place.id} name={place.owner.name} title={formatOrdinal(place.position)}>
        {firstName(place.owner.name)}
      </Place>,
    );
  }
  const hidden = waiting.length - OTHERS_SHOWN;
  if (hidden > 0)
    cards.push(
      <Place key="more" title={`${hidden} more`}>
        before you
      </Place>,
    );
  cards.push(
    <Place key="you" name={name} title={`You, ${formatOrdinal(waiting.length + 1)}`} isYou>
      {countOf(files, 'file')}
    </Place>,
  );
  cards.push(<FreeNear key="free" holder={holder} waiting={waiting.length} />);
  return (
    <section aria-label="Line after your choice">
      <p className="mb-1.5 text-xs font-semibold text-fg-2">Line after your choice</p>
      <ol className="flex flex-wrap items-stretch gap-2 max-sm:flex-col">
        {cards.map((card, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the arrows stand between the places
          <Fragment key={index}>
            {index > 0 && (
              <li aria-hidden="true" className="flex items-center text-fg-3">
                <Icon icon={ArrowRight} size={14} className="max-sm:mx-auto max-sm:rotate-90" />
              </li>
            )}
            {card}
          </Fragment>
        ))}
      </ol>
    </section>
  );
}

/** When everybody before and you are done, as far as that can be told: the place after yours. */
function FreeNear({ holder, waiting }: { holder: CurrentJob | null; waiting: number }) {
  const now = useNow(1000);
  const eta = holder?.etaSeconds ?? null;
  const isKnown = now !== undefined && eta !== null && waiting === 0;
  return (
    <li className="flex min-w-32 flex-1 flex-col justify-center rounded-card border border-dashed border-line-strong px-3 py-2 text-sm text-fg-2">
      <span className="text-base font-semibold">Free</span>
      <span className="tabular">
        {isKnown
          ? `after yours, from ${formatClock(new Date(now.getTime() + eta * 1000))} on`
          : 'after yours'}
      </span>
    </li>
  );
}

type PlaceProps = { title: string; name?: string; isYou?: boolean; children: ReactNode };

function Place({ title, name, isYou, children }: PlaceProps) {
  return (
    <li
      className={`flex min-w-32 flex-1 items-center gap-2.5 rounded-card border px-3 py-2 ${
        isYou === true ? 'border-accent bg-accent-tint' : 'border-line'
      }`}
    >
      {name !== undefined && <Avatar name={name} isDecorative />}
      <span className="min-w-0">
        <span className={`block text-base font-semibold ${isYou === true ? 'text-accent' : ''}`}>
          {title}
        </span>
        <span className="block truncate text-sm text-fg-2">{children}</span>
      </span>
    </li>
  );
}
