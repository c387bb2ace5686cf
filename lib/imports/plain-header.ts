/** The same text for the same column names in the same order, whatever their case and outer blanks. */
export function plainHeader(header: readonly string[]): string {
  return JSON.stringify(header.map((name) => name.trim().toLowerCase()));
}
