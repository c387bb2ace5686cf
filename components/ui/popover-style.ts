/** The look of everything that floats over the page without covering it. */
export const POPOVER =
  'animate-rise-in overflow-hidden rounded-card border border-line bg-surface text-base text-fg shadow-e2 outline-none';

/** A row of a menu or a list of choices. */
export const MENU_ITEM =
  'flex min-h-7 cursor-default items-center gap-2 rounded-control px-2 py-1 text-base text-fg outline-none hover:bg-hover focus:bg-hover pressed:bg-active selected:text-accent disabled:text-fg-3 pointer-coarse:min-h-11';
