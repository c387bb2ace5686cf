import { ChevronDown, ChevronUp } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { CARD_HEIGHT, FILTER_HEIGHT, ROW_HEIGHT } from '@/lib/lineage/scene/card-size';
import { type CardFilter, NO_FILTER, ROWS_MAX } from '@/lib/lineage/scene/choose-rows';
import { cardHeight, type OpenCard } from '@/lib/lineage/scene/open-card';
import type { SceneNode } from '@/lib/lineage/scene/scene';

type CardToolsProps = {
  node: SceneNode;
  card: OpenCard | undefined;
  x: number;
  y: number;
  width: number;
  /** The card is the active, the selected or an opened one: its button is always seen. */
  isShown: boolean;
  /** The Tab key reaches the tools of one card. */
  isActive: boolean;
  isWaiting: boolean;
  filter: CardFilter | undefined;
  onToggle: () => void;
  onFilter: (filter: CardFilter) => void;
};

/** What opens and folds a card, the filter of a wide one, and how many columns are shown of how many. */
export function CardTools(props: CardToolsProps) {
  const { node, card, x, y, width, isShown, isActive, filter = NO_FILTER, onToggle, onFilter } = props;
  const isOpened = card?.isOpened === true;
  const height = cardHeight(card);
  const label = isOpened ? `Fold the columns of ${node.name}` : `Show the columns of ${node.name}`;
  const tabIndex = isActive ? 0 : -1;
  return (
    <div
      data-no-pan
      className="absolute h-0 in-data-settling:transition-[left,top] in-data-settling:duration-[240ms] in-data-settling:ease-standard"
      style={{ left: x, top: y, width }}
    >
      {card?.hasFilter && (
        <input
          type="search"
          aria-label={`Filter the columns of ${node.name}`}
          placeholder={`Filter ${countOf(card.total ?? 0, 'column')}`}
          value={filter.text}
          tabIndex={tabIndex}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          className="absolute inset-x-[10px] h-[24px] rounded-control border border-control bg-surface px-[8px] text-[12px] text-fg placeholder:text-fg-3"
          style={{ top: CARD_HEIGHT + (FILTER_HEIGHT - 24) / 2 - 2 }}
        />
      )}
      {card?.hasFoot && (
        <p
          className="absolute inset-x-[4px] flex items-center gap-[6px] border-t border-line px-[9px] text-[11px] text-fg-3 tabular"
          style={{ top: height - ROW_HEIGHT, height: ROW_HEIGHT }}
        >
          <Foot {...props} card={card} tabIndex={tabIndex} />
        </p>
      )}
      <button
        type="button"
        aria-label={label}
        title={`${label} (C)`}
        tabIndex={tabIndex}
        onClick={onToggle}
        className={`absolute left-1/2 flex h-[14px] w-[26px] -translate-x-1/2 cursor-default items-center justify-center rounded-full border border-line-strong bg-surface text-fg-2 before:absolute before:-inset-x-3 before:-inset-y-1 before:content-[''] hover:border-fg-3 hover:text-fg focus-visible:opacity-100 ${isShown ? '' : 'opacity-0 hover:opacity-100'}`}
        style={{ top: height - 4 }}
      >
        <Icon icon={isOpened ? ChevronUp : ChevronDown} size={12} />
      </button>
    </div>
  );
}

type FootProps = CardToolsProps & { card: OpenCard; tabIndex: number };

/** "12 of 300 columns", and a way to the others. */
function Foot({ card, isWaiting, filter = NO_FILTER, onFilter, onToggle, tabIndex }: FootProps) {
  const { rows, total, matching } = card;
  const shown = rows.length;
  if (total === undefined || matching === undefined) {
    if (isWaiting) return <span role="status">Loading the columns…</span>;
    return <More tabIndex={tabIndex} onPress={onToggle} text="All columns" />;
  }
  if (total === 0) return <span>No columns are known</span>;
  if (!card.isOpened)
    return <More tabIndex={tabIndex} onPress={onToggle} text={`${countOf(total - shown, 'more column')}`} />;
  const isFiltered = filter.text.trim() !== '';
  const count = isFiltered
    ? `${formatCount(shown)} of ${formatCount(matching)} matching`
    : `${formatCount(shown)} of ${countOf(total, 'column')}`;
  return (
    <>
      <span className="min-w-0 flex-1 truncate" title={`${count}, ${countOf(total, 'column')} in all`}>
        {count}
      </span>
      {shown < matching && !filter.showsAll && (
        <More
          tabIndex={tabIndex}
          onPress={() => onFilter({ ...filter, showsAll: true })}
          text={matching > ROWS_MAX ? `Show ${ROWS_MAX}` : 'Show all'}
        />
      )}
      {filter.showsAll && (
        <More
          tabIndex={tabIndex}
          onPress={() => onFilter({ ...filter, showsAll: false })}
          text="Show fewer"
        />
      )}
    </>
  );
}

function More({ text, tabIndex, onPress }: { text: string; tabIndex: number; onPress: () => void }) {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onPress}
      className="cursor-default rounded-tag font-medium whitespace-nowrap text-accent hover:underline"
    >
      {text}
    </button>
  );
}
