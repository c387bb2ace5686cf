/** The look of everything that floats over the page without covering it. */
export const POPOVER =
  'animate-rise-in overflow-hidden rounded-card border border-line bg-surface text-base text-fg shadow-e2 outline-none';
