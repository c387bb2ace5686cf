import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { ROW_HEIGHT } from '@/lib/lineage/scene/card-size';
import { type CardRow, type OpenCard, rowsTop } from '@/lib/lineage/scene/open-card';

type CardRowsProps = {
  card: OpenCard;
  level: number;
  /** SVG path of the card: rows do not stick out of its corners. */
  outline: string;
  /** The picked column, when it is one of this card. */
  picked: string | undefined;
  /** The one row that the Tab key reaches. */
  active: string | undefined;
};

/** What a screen reader says of a column row. */
function rowName({ name, dataType, isOnPath }: CardRow, isPicked: boolean): string {
  const parts = [name, dataType, isPicked ? 'path shown' : isOnPath ? 'on the path' : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** The columns of an opened card, 24 px each: name, type, and how they take part in the picture. */
export const CardRows = memo(function CardRows({ card, level, outline, picked, active }: CardRowsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a tree
    <div role="group" className="absolute inset-0" style={{ clipPath: `path('${outline}')` }}>
      {card.rows.map((row, index) => {
        const isPicked = row.name.toLowerCase() === picked?.toLowerCase();
        return (
          <div
            key={row.name}
            role="treeitem"
            aria-level={level}
            aria-selected={isPicked}
            aria-label={rowName(row, isPicked)}
            title={`${row.name} ${row.dataType}`}
            data-column={row.name}
            tabIndex={row.name === active ? 0 : -1}
            className={classNames(
              'absolute right-px left-[4px] flex items-center gap-[8px] border-t border-line pr-[11px] pl-[9px] -outline-offset-2',
              row.isOnPath ? 'bg-accent-tint' : 'hover:bg-hover',
            )}
            style={{ top: rowsTop(card) + index * ROW_HEIGHT, height: ROW_HEIGHT }}
          >
            <span
              className={classNames(
                'min-w-0 flex-1 truncate font-mono text-[12px]',
                isPicked ? 'font-semibold text-accent' : isLined(row) ? 'text-fg' : 'text-fg-2',
              )}
            >
              {row.name}
            </span>
            <span className="max-w-[45%] shrink-0 truncate text-[11px] text-fg-3">{row.dataType}</span>
          </div>
        );
      })}
    </div>
  );
});

const isLined = ({ isOnPath, hasIn, hasOut }: CardRow) => isOnPath || hasIn || hasOut;
