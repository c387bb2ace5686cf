const COLOURS = 5;

/** CSS colour of the mark of an import: the same wherever its rows are, and another one for each of its neighbours. */
export function importColour(number: number): string {
  return `var(--origin-${((number - 1) % COLOURS) + 1})`;
}
