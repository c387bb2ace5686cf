// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
import { isNumeric } from '../rows/grid-head';
import { COLUMN_WIDTH } from '../rows/grid-size';
import { ComparedCell } from './compared-cell';
import type { ComparedColumn, Difference } from './comparison';
import { DifferenceOrigin } from './difference-origin';

/** A row before and after: two lines. */
export const PAIR_HEIGHT = 48;
/** The sign of the change, without where rows came from. */
export const SIGN_WIDTH = 40;

type CompareRowProps = {
  index: number;
  /** Undefined while it is loading. */
  difference: Difference | undefined;
  top: number;
  columns: readonly ComparedColumn[];
  firstColumn: number;
  origin: number;
  hasOrigin: boolean;
  /** Place of the cell that has the focus, null when it is in another row. */
  active: number | null;
  onCell: (column: number) => void;
  onOpen: () => void;
};

/** One row that differs: where both sides came from, then its values; a changed cell has the old one above the new one. */
export function CompareRow(props: CompareRowProps) {
  const { index, difference, top, columns, firstColumn, origin, active, onCell, onOpen } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`absolute left-0 w-full ${active === null ? 'bg-surface' : 'bg-accent-tint'}`}
      style={{ top, height: PAIR_HEIGHT }}
    >
      <DifferenceOrigin
        difference={difference}
        width={origin}
        hasOrigin={props.hasOrigin}
        isActive={active !== null}
      />
      {columns.map((column, nth) => {
        const place = firstColumn + nth;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys; its cells are no stops of their own
          <div
            key={column.name}
            id={`pair-${index}-${place}`}
            role="gridcell"
            aria-selected={active === place}
            tabIndex={-1}
            onClick={() => onCell(place)}
            onDoubleClick={onOpen}
            className={`absolute top-0 flex flex-col justify-center gap-0.5 border-r border-b border-line px-3 text-sm ${
              isNumeric(column.type) ? 'items-end tabular' : 'items-start'
            } ${active === place ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
            style={{ left: origin + place * COLUMN_WIDTH, width: COLUMN_WIDTH, height: PAIR_HEIGHT }}
          >
            <ComparedCell difference={difference} column={column.name} />
          </div>
        );
      })}
    </div>
  );
}
