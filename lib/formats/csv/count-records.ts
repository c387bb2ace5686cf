import type { CsvDialect } from './dialect';
import { RecordScanner } from './record-scanner';

/** Longest record that is read. */
export const RECORD_MAX_BYTES = 4 * 1024 * 1024;

/** A file with more broken records than this is not worth loading. */
export const UNUSABLE_KEPT_MAX = 1_000_000;

export type RecordCount = {
  /** Records without the header and without blank lines: this is what must be accounted for. */
  readonly records: number;
  readonly blanks: number;
  /** Records that are not given to the engine, by position (0-based, blank lines and header counted), ascending; the first UNUSABLE_KEPT_MAX of them. */
  readonly unusable: ReadonlyArray<{ readonly position: number; readonly why: 'quotes' | 'size' }>;
  readonly unusableRecords: number;
  /** Bytes of the longest usable record. */
  readonly longest: number;
  readonly mixedLineEnds: boolean;
  /** Some line ends are inside quotes. */
  readonly quotedLineEnds: boolean;
  /** Where the record begins whose quote is never closed. */
  readonly unclosed: { readonly line: number; readonly byteOffset: number } | null;
};

/**
 * Counts the records of a CSV file, on its own and in constant memory, at hundreds of megabytes a second. `onBytes` hears of
 * the bytes of each chunk; `onShift` when the lines between the records change: from this record on, `line - record` is another.
 */
export async function countRecords(
  bytes: AsyncIterable<Uint8Array>,
  dialect: CsvDialect,
  onBytes: (count: number) => void,
  onShift: (record: number, shift: number) => void = () => undefined,
): Promise<RecordCount> {
  const headers = dialect.headerRecords ?? 1;
  let shift = Number.NaN;
  let position = 0;
  let blanks = 0;
  let longest = 0;
  let unusableRecords = 0;
  const unusable: Array<{ position: number; why: 'quotes' | 'size' }> = [];
  const scanner = new RecordScanner(dialect, (record) => {
    if (record.blank) blanks++;
    else if (position - blanks >= headers) {
      const number = position - blanks - headers + 1;
      if (record.line - number !== shift) {
        shift = record.line - number;
        onShift(number, shift);
      }
    }
    const why = record.malformed ? 'quotes' : record.end - record.start > RECORD_MAX_BYTES ? 'size' : null;
    if (why !== null) {
      unusableRecords++;
      if (unusable.length < UNUSABLE_KEPT_MAX) unusable.push({ position, why });
    } else if (record.end - record.start > longest) longest = record.end - record.start;
    position++;
  });
  for await (const chunk of bytes) {
    scanner.push(chunk);
    onBytes(chunk.length);
  }
  const last = { line: scanner.openRecord.line, byteOffset: scanner.openRecord.start };
  const open = scanner.end();
  const { lf, crlf, cr } = scanner.lineEnds;
  return {
    records: Math.max(0, position - blanks - headers),
    blanks,
    unusable,
    unusableRecords,
    longest,
    mixedLineEnds: [lf, crlf, cr].filter((count) => count > 0).length > 1,
    quotedLineEnds: scanner.quotedLineEnds,
    unclosed: open ? last : null,
  };
}
