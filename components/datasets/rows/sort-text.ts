export type SortedBy = { column: string; isDescending: boolean };

/** What rows are sorted by, from the text that the API takes: `-a,b`, or a JSON list where names have commas. */
export function readSort(text: string): SortedBy[] {
  const parts = text.startsWith('[') ? jsonList(text) : text.split(',');
  return parts
    .filter((part) => part !== '')
    .map((part) => ({ column: part.replace(/^-/, ''), isDescending: part.startsWith('-') }));
}

function jsonList(text: string): string[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    // An address that somebody typed: the server says what is wrong with it.
    return [];
  }
}

/** Back to the text. */
export function writeSort(sorted: readonly SortedBy[]): string {
  const parts = sorted.map(({ column, isDescending }) => `${isDescending ? '-' : ''}${column}`);
  return parts.some((part) => part.includes(',')) ? JSON.stringify(parts) : parts.join(',');
}

/** After a press on a column: ascending, descending, not at all. */
export function nextSort(sorted: readonly SortedBy[], column: string): SortedBy[] {
  const now = sorted.find((it) => it.column === column);
  if (now === undefined) return [{ column, isDescending: false }];
  return now.isDescending ? [] : [{ column, isDescending: true }];
}
