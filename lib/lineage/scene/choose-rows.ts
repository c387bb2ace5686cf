/** How people see the columns of one card. */
export type CardFilter = { text: string; showsAll: boolean };

export const NO_FILTER: CardFilter = { text: '', showsAll: false };

/** Up to so many columns a card shows all of them; a wider one starts with fewer. */
export const NARROW_MAX = 24;
const WIDE_ROWS = 16;
/** The most rows of one card; the filter leads to the others. */
export const ROWS_MAX = 200;

type Named = { name: string };

/**
 * The columns that an opened card shows, in their order: all of a narrow card; of a wide one those of the path, then those
 * with a line, then the first.
 */
export function chooseRows<T extends Named>(
  columns: readonly T[],
  { text, showsAll }: CardFilter,
  { path, lined }: { path: ReadonlySet<string>; lined: ReadonlySet<string> },
): { rows: T[]; matching: number } {
  const wanted = text.trim().toLowerCase();
  const found =
    wanted === '' ? [...columns] : columns.filter(({ name }) => name.toLowerCase().includes(wanted));
  const most = showsAll ? ROWS_MAX : found.length <= NARROW_MAX ? NARROW_MAX : WIDE_ROWS;
  if (found.length <= most) return { rows: found, matching: found.length };
  const rankOf = ({ name }: T) => {
    const key = name.toLowerCase();
    return path.has(key) ? 0 : lined.has(key) ? 1 : 2;
  };
  const onPath = found.filter((column) => rankOf(column) === 0).length;
  const first = found.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, Math.max(most, onPath));
  const chosen = new Set(first);
  return { rows: found.filter((column) => chosen.has(column)), matching: found.length };
}
