/** Sizes of a card in px: its head, one row of columns, its width folded and opened. */
export const CARD_HEIGHT = 48;
export const ROW_HEIGHT = 24;
/** The field that filters the columns of a wide card. */
export const FILTER_HEIGHT = 32;
export const CARD_WIDTH_MIN = 160;
export const CARD_WIDTH_MAX = 192;
export const OPEN_CARD_WIDTH = 208;
