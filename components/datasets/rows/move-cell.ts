/** 0-based. */
export type CellPlace = { row: number; column: number };
type Press = { key: string; ctrlKey: boolean; metaKey: boolean };

/** Where a key leads from a cell; null for keys that do not move. */
export function moveCell(
  { row, column }: CellPlace,
  { key, ctrlKey, metaKey }: Press,
  size: { rows: number; columns: number; page: number },
): CellPlace | null {
  const isFar = ctrlKey || metaKey;
  const steps: Record<string, CellPlace> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + size.page, column },
    PageUp: { row: row - size.page, column },
    Home: isFar ? { row: 0, column: 0 } : { row, column: 0 },
    End: isFar ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 },
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (to === undefined) return null;
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}
