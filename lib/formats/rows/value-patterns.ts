/** How values are written. The same patterns work here and in the engine. */
export const INTEGER = '[+-]?[0-9]+';
export const NUMBER = '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)';
export const SCIENTIFIC = `${NUMBER}([eE][+-]?[0-9]+)?`;
const CLOCK = '[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6}0*)?)?';
export const TIME = CLOCK;
export const ISO_DATE = '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}';
/** Day and month in either order, then the year. */
export const LOCAL_DATE = '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}';
export const ISO_TIMESTAMP = `${ISO_DATE}[ T]${CLOCK}`;
export const LOCAL_TIMESTAMP = `${LOCAL_DATE}[ T]${CLOCK}`;
export const OFFSET = ' ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

const VALUE = whole(
  [SCIENTIFIC, ISO_DATE, LOCAL_DATE, `(${ISO_TIMESTAMP}|${LOCAL_TIMESTAMP})(${OFFSET})?`].join('|'),
);

/** A number or a date: not what columns are named. */
export const looksLikeValue = (cell: string) => VALUE.test(cell.trim());

export const isWhole = (pattern: string): ((cell: string) => boolean) => {
  const regex = whole(pattern);
  return (cell) => regex.test(cell);
};
