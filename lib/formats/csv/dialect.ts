/** The delimiter of a file with one column: there is nothing to delimit, so commas and the like are text. */
export const NO_DELIMITER = '\x1f';

/** How a CSV file is written. Delimiter, quote and escape are one ASCII character each. */
export type CsvDialect = {
  readonly delimiter: string;
  /** Empty: no cell is quoted. */
  readonly quote: string;
  /** How a quote is written inside quotes; not given: it is doubled. */
  readonly escape?: string;
  /** Starts with the UTF-8 byte order mark (3 bytes). */
  readonly bom: boolean;
  /** Physical lines above the table: they are no records. */
  readonly skipLines?: number;
  /** Records that are the header: the first one, unless said otherwise. */
  readonly headerRecords?: number;
};

/** The escape of a dialect, null when quotes are doubled or there are none. */
export function escapeOf({
  quote,
  escape: own = quote,
}: Pick<CsvDialect, 'quote' | 'escape'>): string | null {
  return own === '' || own === quote || quote === '' ? null : own;
}

export const csvDelimiters = [',', ';', '\t', '|'] as const;
