import type { PreviewDialect } from '@/lib/formats/preview/file-preview';

const DELIMITERS: Record<string, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Pipe' };
const QUOTES: Record<string, string> = { '"': 'Double "', "'": "Single '", '': 'None' };

/** How a CSV file is read, as pairs of what and how. */
export function dialectWords(dialect: PreviewDialect): Array<[what: string, how: string]> {
  return [
    ['Delimiter', DELIMITERS[dialect.delimiter] ?? dialect.delimiter],
    ['Quote', QUOTES[dialect.quote] ?? dialect.quote],
    ['Header', 'Row 1'],
    ['Encoding', 'UTF-8'],
    ['Empty means', 'null'],
  ];
}
