/** The delimiter of a file with one column: there is nothing to delimit, so commas and the like are text. */
export const NO_DELIMITER = '\x1f';

/** How a CSV file is written. The escape is always the doubled quote. The header is its first record. */
export type CsvDialect = {
  readonly delimiter: ',' | ';' | '\t' | '|' | typeof NO_DELIMITER;
  readonly quote: '"' | "'";
  /** Starts with the UTF-8 byte order mark (3 bytes). */
  readonly bom: boolean;
};

export const csvDelimiters = [',', ';', '\t', '|'] as const satisfies ReadonlyArray<CsvDialect['delimiter']>;
