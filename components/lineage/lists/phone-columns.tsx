import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { TextField } from '@/components/ui/text-field';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import { type CardFilter, NO_FILTER } from '@/lib/lineage/scene/choose-rows';
import type { OpenCard } from '@/lib/lineage/scene/open-card';

type PhoneColumnsProps = {
  /** Name of the object. */
  name: string;
  card: OpenCard;
  picked: string | undefined;
  filter: CardFilter | undefined;
  onPick: (column: string) => void;
  onFilter: (filter: CardFilter) => void;
  onOpenAll: () => void;
};

/** The columns of an object in the list: all that a card shows, one under the other. */
export function PhoneColumns(props: PhoneColumnsProps) {
  const { name, card, picked, filter = NO_FILTER, onPick, onFilter } = props;
  return (
    <div className="border-b border-line py-1 pr-4 pl-11">
      {card.hasFilter && (
        <TextField
          label={`Filter the columns of ${name}`}
          isLabelHidden
          type="search"
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          placeholder={`Filter ${countOf(card.total ?? 0, 'column')}`}
        />
      )}
      <ul aria-label={`Columns of ${name}`}>
        {card.rows.map((row) => {
          const isPicked = row.name.toLowerCase() === picked?.toLowerCase();
          return (
            <li key={row.name}>
              <button
                type="button"
                aria-pressed={isPicked}
                onClick={() => onPick(row.name)}
                className={classNames(
                  'focus-inset flex min-h-11 w-full cursor-default items-center gap-3 rounded-tag px-2 text-left',
                  row.isOnPath && 'bg-accent-tint',
                )}
              >
                <span
                  className={classNames(
                    'min-w-0 flex-1 truncate font-mono text-sm',
                    isPicked && 'font-semibold text-accent',
                  )}
                >
                  {row.name}
                  {row.isOnPath && !isPicked && <span className="sr-only">, on the path</span>}
                </span>
                <span className="shrink-0 text-sm text-fg-3">{row.dataType}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {card.hasFoot && <Foot {...props} />}
    </div>
  );
}

/** How many columns are shown of how many, and a way to the others. */
function Foot({ card, filter = NO_FILTER, onFilter, onOpenAll }: PhoneColumnsProps) {
  const { rows, total, matching, isOpened } = card;
  const isLoading = total === undefined || matching === undefined;
  return (
    <p className="flex min-h-11 items-center gap-3 px-2 text-sm text-fg-3 tabular">
      {isLoading
        ? 'Loading the columns…'
        : total === 0
          ? 'No columns are known'
          : `${formatCount(rows.length)} of ${countOf(matching, 'column')}`}
      {!isOpened && (
        <Button variant="link" onPress={onOpenAll}>
          Show all
        </Button>
      )}
      {isOpened && !isLoading && rows.length < matching && !filter.showsAll && (
        <Button variant="link" onPress={() => onFilter({ ...filter, showsAll: true })}>
          Show more
        </Button>
      )}
    </p>
  );
}
