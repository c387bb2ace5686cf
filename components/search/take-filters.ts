const FILTER = /(^|\s)((?:schema|type):(?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)(?=\s)/gi;

/**
 * Takes finished filters out of what is being typed: `SalesYTD schema:Sales,dw ` leaves `SalesYTD ` and gives
 * `schema:Sales,dw`. A filter is finished by a space after it.
 */
export function takeFilters(text: string): { text: string; filters: string[] } {
  const filters = [...text.matchAll(FILTER)].map((match) => match[2] ?? '');
  if (filters.length === 0) return { text, filters };
  return { text: text.replaceAll(FILTER, '').replace(/^\s+/, ''), filters };
}
