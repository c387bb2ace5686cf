/** First characters that spreadsheets take for a formula, their full-width forms too. */
const FORMULA = /^[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/;

/** One line of a CSV file (RFC 4180). Null is an empty cell, an empty text a quoted one. */
export function csvLine(cells: ReadonlyArray<string | null>): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Text as a spreadsheet should get it: what would be read as a formula gets an apostrophe in front. For text only, never for
 * typed numbers: -1 stays a number.
 */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function csvCell(value: string | null): string {
  if (value === null) return '';
  return value !== '' && !/[",\r\n]/.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}
