import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { formatCount } from '@/lib/format-text/format-count';
import { PORT_Y } from '@/lib/lineage/layout/layout';
import type { Direction } from '@/lib/lineage/view-state';

/** Where the card is that a mark belongs to. */
type CardPlace = { direction: Direction; x: number; y: number; width: number };

type ExpanderProps = CardPlace & {
  name: string;
  /** Hidden neighbours; 0 for a card that is open and can be folded again. */
  count: number;
  onPress: () => void;
};

const LINK_PX = 9;
const MARK =
  'absolute -top-2.5 flex h-5 min-w-5 items-center justify-center rounded-full border border-line-strong bg-surface px-1.5 text-[11px] font-semibold text-fg-2 tabular';

const markPlace = (direction: Direction) =>
  direction === 'up'
    ? { className: 'right-0', style: { marginRight: LINK_PX } }
    : { className: 'left-0', style: { marginLeft: LINK_PX } };

/** "+4" beside a card: opens just its hidden neighbours; "−" folds them again. */
export function Expander({ name, count, onPress, ...place }: ExpanderProps) {
  const side = place.direction === 'up' ? 'upstream' : 'downstream';
  const label =
    count > 0
      ? `Show ${formatCount(count)} hidden ${side} of ${name}`
      : `Hide the opened ${side} objects of ${name}`;
  const { className, style } = markPlace(place.direction);
  return (
    <BesideCard {...place}>
      <button
        type="button"
        tabIndex={-1}
        data-no-pan
        aria-label={label}
        title={label}
        onClick={onPress}
        className={classNames(
          MARK,
          'cursor-default before:absolute before:-inset-3 before:content-[""] hover:border-fg-3 hover:text-fg',
          className,
        )}
        style={style}
      >
        {count > 0 ? `+${formatCount(count)}` : '−'}
      </button>
    </BesideCard>
  );
}

/** "+4" that cannot be opened, since as many objects are drawn as one view can draw. */
export function OverLimit({ count, ...place }: CardPlace & { count: number }) {
  const { className, style } = markPlace(place.direction);
  return (
    <BesideCard {...place}>
      <span
        title={`${formatCount(count)} more, over the limit of objects in one view`}
        className={classNames(MARK, 'border-dashed', className)}
        style={style}
      >
        +{formatCount(count)}
      </span>
    </BesideCard>
  );
}

/** Puts a mark at the height of the port, tied to the card by a short line. */
function BesideCard({ direction, x, y, width, children }: CardPlace & { children: ReactNode }) {
  const isLeft = direction === 'up';
  return (
    <div
      className="absolute in-data-settling:transition-[left,top] in-data-settling:duration-[240ms] in-data-settling:ease-standard"
      style={{ left: isLeft ? x : x + width, top: y + PORT_Y }}
    >
      {children}
      <span
        aria-hidden="true"
        className={classNames('absolute top-0 h-px bg-edge', isLeft ? 'right-0' : 'left-0')}
        style={{ width: LINK_PX }}
      />
    </div>
  );
}
