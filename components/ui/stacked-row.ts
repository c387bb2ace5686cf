/**
 * For a row of a table that is too wide for a phone: there its cells stand one after the other, wrap, and lose their lines; the head of the
 * table is hidden (`max-sm:hidden`). `WHOLE_LINE` gives a cell a line of its own.
 */
export const STACKED_ROW =
  'max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:border-b max-sm:border-line max-sm:py-2 max-sm:[&>*]:block max-sm:[&>*]:h-auto max-sm:[&>*]:min-w-0 max-sm:[&>*]:border-b-0 max-sm:[&>*]:p-0 max-sm:[&>*]:wrap-anywhere';
export const WHOLE_LINE = 'max-sm:basis-full';
