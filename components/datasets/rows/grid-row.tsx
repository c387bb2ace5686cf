// biome-ignore-all lint/a11y/useSemanticElements: only the rows that are seen exist, at places of their own, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and tells its active cell
import type { Cell, DatasetRow } from '@/lib/datasets/contract';
import { formatCount } from '@/lib/format-text/format-count';
import { shortenMiddle } from '@/lib/format-text/shorten-middle';
import type { DatasetDetail } from '../dataset-head';
import { isNumeric } from './grid-head';
import { COLUMN_WIDTH, ROW_HEIGHT } from './grid-size';
import { ImportMark } from './import-mark';

type GridRowProps = {
  index: number;
  /** Undefined while it is loading. */
  row: DatasetRow | undefined;
  top: number;
  columns: DatasetDetail['columns'];
  firstColumn: number;
  origin: number;
  /** Place of the cell that has the focus, null when it is in another row. */
  active: number | null;
  onCell: (column: number) => void;
  onOpen: () => void;
};

/** One row: where it came from, then its values. */
export function GridRow(props: GridRowProps) {
  const { index, row, top, columns, firstColumn, origin, active, onCell, onOpen } = props;
  const tint = active === null ? 'bg-surface' : 'bg-accent-tint';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`absolute left-0 w-full ${tint}`}
      style={{ top, height: ROW_HEIGHT }}
    >
      {origin > 0 && <Origin row={row} width={origin} isActive={active !== null} />}
      {columns.map((column, nth) => {
        const place = firstColumn + nth;
        const value = row?.values[column.name];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys; its cells are no stops of their own
          <div
            key={column.name}
            id={`cell-${index}-${place}`}
            role="gridcell"
            aria-selected={active === place}
            tabIndex={-1}
            onClick={() => onCell(place)}
            onDoubleClick={onOpen}
            title={value == null ? undefined : String(value)}
            className={`absolute top-0 truncate border-r border-b border-line px-3 text-sm leading-7 ${
              isNumeric(column.type) ? 'text-right tabular' : ''
            } ${active === place ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
            style={{ left: origin + place * COLUMN_WIDTH, width: COLUMN_WIDTH, height: ROW_HEIGHT }}
          >
            {row === undefined ? <Loading /> : <Value value={value} />}
          </div>
        );
      })}
    </div>
  );
}

function Loading() {
  return <span aria-hidden="true" className="inline-block h-2 w-2/3 rounded-full bg-active align-middle" />;
}

function Value({ value }: { value: Cell | undefined }) {
  return value == null ? <i className="text-fg-3">null</i> : String(value);
}

function Origin(props: { row: DatasetRow | undefined; width: number; isActive: boolean }) {
  const { row, width, isActive } = props;
  return (
    <div
      role="presentation"
      className={`sticky left-0 z-1 flex h-full items-center border-r border-b border-r-line-strong border-b-line text-sm text-fg-2 max-sm:static ${
        isActive ? 'bg-accent-tint' : 'bg-sunken'
      }`}
      style={{ width }}
    >
      <span role="gridcell" className="min-w-0 flex-1 truncate pl-4" title={row?.from.file}>
        {row ? shortenMiddle(row.from.file, 26) : <Loading />}
      </span>
      <span role="gridcell" className="w-16 text-right tabular">
        {row && formatCount(row.from.line ?? row.from.record)}
      </span>
      <span role="gridcell" className="w-20 pl-5 tabular">
        {row && <ImportMark number={row.from.import} />}
      </span>
    </div>
  );
}
