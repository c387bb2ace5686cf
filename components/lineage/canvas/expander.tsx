import { classNames } from '@/components/ui/class-names';
import { formatCount } from '@/lib/format-text/format-count';
import { PORT_Y } from '@/lib/lineage/layout/layout';
import type { Direction } from '@/lib/lineage/view-state';

type ExpanderProps = {
  name: string;
  direction: Direction;
  /** Hidden neighbours; 0 for a card that is open and can be folded again. */
  count: number;
  x: number;
  y: number;
  width: number;
  onPress: () => void;
};

const LINK_PX = 9;

/** "+4" beside a card: opens just its hidden neighbours; "−" folds them again. */
export function Expander({ name, direction, count, x, y, width, onPress }: ExpanderProps) {
  const side = direction === 'up' ? 'upstream' : 'downstream';
  const label =
    count > 0
      ? `Show ${formatCount(count)} hidden ${side} of ${name}`
      : `Hide the opened ${side} objects of ${name}`;
  const isLeft = direction === 'up';
  return (
    <div
      className="absolute in-data-settling:transition-[left,top] in-data-settling:duration-[240ms] in-data-settling:ease-standard"
      style={{ left: isLeft ? x : x + width, top: y + PORT_Y }}
    >
      <button
        type="button"
        tabIndex={-1}
        data-no-pan
        aria-label={label}
        title={label}
        onClick={onPress}
        className={classNames(
          'absolute -top-2.5 flex h-5 min-w-5 cursor-default items-center justify-center rounded-full border border-line-strong bg-surface px-1.5 text-[11px] font-semibold text-fg-2 tabular',
          'hover:border-fg-3 hover:text-fg before:absolute before:-inset-3 before:content-[""]',
          isLeft ? 'right-0' : 'left-0',
        )}
        style={isLeft ? { marginRight: LINK_PX } : { marginLeft: LINK_PX }}
      >
        {count > 0 ? `+${formatCount(count)}` : '−'}
      </button>
      <span
        aria-hidden="true"
        className={classNames('absolute top-0 h-px bg-edge', isLeft ? 'right-0' : 'left-0')}
        style={{ width: LINK_PX }}
      />
    </div>
  );
}
