import { CARD_HEIGHT, FILTER_HEIGHT, ROW_HEIGHT } from './card-size';

/** One column in an opened card. */
export type CardRow = {
  name: string;
  dataType: string;
  /** Lines that end and start at the row. */
  hasIn: boolean;
  hasOut: boolean;
  /** Part of the path of the picked column. */
  isOnPath: boolean;
};

/** What an opened card shows under its head. */
export type OpenCard = {
  rows: readonly CardRow[];
  /** Columns that the rows are of; undefined while it is not known. */
  total: number | undefined;
  /** Columns that the filter lets through; `total` without a filter. */
  matching: number | undefined;
  /** Opened by hand; else only the columns of the path are shown. */
  isOpened: boolean;
  hasFilter: boolean;
  /** A last row tells how many columns there are, or that they are loading. */
  hasFoot: boolean;
  /** Lines that end and start at the head. */
  headIn: boolean;
  headOut: boolean;
};

/** Top of the first row, from the top of the card. */
export function rowsTop({ hasFilter }: OpenCard): number {
  return CARD_HEIGHT + (hasFilter ? FILTER_HEIGHT : 0);
}

export function cardHeight(card: OpenCard | undefined): number {
  if (!card) return CARD_HEIGHT;
  return rowsTop(card) + ROW_HEIGHT * (card.rows.length + (card.hasFoot ? 1 : 0));
}

/** Middle of the row of a column, from the top of the card; undefined when it is not shown. */
export function rowMiddle(card: OpenCard | undefined, column: string | null): number | undefined {
  if (!card || column === null) return undefined;
  const key = column.toLowerCase();
  const index = card.rows.findIndex(({ name }) => name.toLowerCase() === key);
  return index === -1 ? undefined : rowsTop(card) + ROW_HEIGHT * (index + 0.5);
}
