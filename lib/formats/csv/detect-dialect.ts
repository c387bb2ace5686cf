import { type CsvDialect, csvDelimiters, NO_DELIMITER } from './dialect';
import { splitRecords } from './split-records';

export type DialectDetection =
  | { readonly kind: 'dialect'; readonly dialect: CsvDialect; readonly header: readonly string[] }
  | { readonly kind: 'problem'; readonly reason: string };

/** Records looked at to choose the delimiter. */
const SAMPLE = 50;

/**
 * The dialect of a CSV file from its first bytes (64 KiB is plenty): the delimiter that splits header and records into
 * the same number of cells, most of them; `"` unless the header is written in `'`. A file of one column has no
 * delimiter. `whole`: `head` is all of the file. Runs in the browser too.
 */
export function detectDialect(head: Uint8Array, whole: boolean): DialectDetection {
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(head);
  if (text.trim() === '') return { kind: 'problem', reason: 'is empty: it has no header line' };
  if (/^[\r\n]/.test(text))
    return { kind: 'problem', reason: 'begins with an empty line; the first line must be the header' };
  if (text.includes('\0'))
    return { kind: 'problem', reason: 'is not text: it has zero bytes at its beginning' };
  const quote: CsvDialect['quote'] = text.startsWith("'") ? "'" : '"';

  let best: { dialect: CsvDialect; header: string[]; score: number } | undefined;
  for (const delimiter of csvDelimiters) {
    const { records, complete } = splitRecords(text, { delimiter, quote }, SAMPLE);
    // The last record of a cut text is not whole.
    const [header, ...rest] = complete || whole ? records : records.slice(0, -1);
    if (header === undefined) continue;
    const even = rest.filter((record) => record.length === header.length).length;
    const score = header.length + (rest.length === 0 ? 1 : even / rest.length);
    const one = header.length === 1;
    if (best === undefined || (!one && score > best.score))
      best = {
        dialect: { delimiter: one ? NO_DELIMITER : delimiter, quote, bom },
        header,
        score: one ? 0 : score,
      };
  }
  if (best === undefined)
    return { kind: 'problem', reason: `has no header line in its first ${head.length} bytes` };
  return { kind: 'dialect', dialect: best.dialect, header: best.header };
}
