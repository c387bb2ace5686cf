type Entry = { focusStep?: number };

/** The number of the focus that the browser's current history entry belongs to. */
export function currentFocusStep(): number | undefined {
  return (window.history.state as Entry | null)?.focusStep;
}

/**
 * Replaces the address and keeps the entry's focus. The router's own fields must not be passed on: it takes a state that
 * has them for its own and does not look at the new address.
 */
export function replaceAddress(href: string): void {
  const step = currentFocusStep();
  window.history.replaceState(step === undefined ? null : { focusStep: step }, '', href);
}

/** Numbers the current entry; the router's fields stay as they are. */
export function numberEntry(step: number): void {
  window.history.replaceState({ ...window.history.state, focusStep: step }, '');
}
