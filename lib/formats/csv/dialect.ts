/** How a CSV file is written. The escape is always the doubled quote. The header is its first record. */
export type CsvDialect = {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly quote: '"' | "'";
  /** Starts with the UTF-8 byte order mark (3 bytes). */
  readonly bom: boolean;
};

export const csvDelimiters: ReadonlyArray<CsvDialect['delimiter']> = [',', ';', '\t', '|'];
