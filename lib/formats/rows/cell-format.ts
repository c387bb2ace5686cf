/** How numbers are written, and which texts mean null. */
export type CellFormat = {
  readonly decimalMark: '.' | ',';
  readonly thousands: '' | ',' | '.' | ' ';
  readonly nullTexts: readonly string[];
};

export const PLAIN_CELLS: CellFormat = { decimalMark: '.', thousands: '', nullTexts: [] };
