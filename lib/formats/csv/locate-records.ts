import type { CsvDialect } from './dialect';
import { RecordScanner } from './record-scanner';

/** `record` is 1-based, header and blank lines not counted; `position` is 0-based, both counted; `line` starts at 1. */
export type LocatedRecord = {
  readonly record: number;
  readonly position: number;
  readonly line: number;
  readonly byteOffset: number;
  readonly raw: string;
};

/**
 * Finds records by `record` or by `position` (ascending) in one pass over the file, holding one record at a time.
 * At most `rawBytes` of its text are kept (what is cut is said in the text); 0 keeps none.
 */
export async function* locateRecords(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  dialect: CsvDialect,
  by: 'record' | 'position',
  wanted: Iterable<number>,
  rawBytes: number,
): AsyncGenerator<LocatedRecord> {
  const next = wanted[Symbol.iterator]();
  let want = next.next().value;
  let position = 0;
  // A header is no record: one of one record is record 0.
  let record = 1 - (dialect.headerRecords ?? 1);
  let chunk: Uint8Array = new Uint8Array();
  let base = 0;
  let carried: Uint8Array[] = [];
  let carriedBytes = 0;
  const found: LocatedRecord[] = [];

  const keep = (start: number, end: number) => {
    const room = rawBytes - carriedBytes;
    const piece = chunk.subarray(
      Math.max(0, start - base),
      Math.min(end - base, Math.max(0, start - base) + room),
    );
    carried.push(piece.slice());
    carriedBytes += piece.length;
  };
  const current = () => (by === 'position' ? position : record);

  const scanner = new RecordScanner(dialect, ({ start, end, line, blank }) => {
    if (want !== undefined && want === current() && (by === 'position' || !blank)) {
      keep(start, end);
      found.push({ record, position, line, byteOffset: start, raw: rawText(carried, end - start, rawBytes) });
      want = next.next().value;
    }
    carried = [];
    carriedBytes = 0;
    position++;
    if (!blank) record++;
  });
  for await (chunk of bytes) {
    scanner.push(chunk);
    if (want !== undefined && want === current()) keep(scanner.openRecord.start, base + chunk.length);
    base += chunk.length;
    yield* found.splice(0);
    if (want === undefined) return;
  }
  chunk = new Uint8Array();
  scanner.end();
  yield* found;
}

function rawText(pieces: readonly Uint8Array[], size: number, most: number): string {
  if (most === 0) return '';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(pieces));
  return size > most ? `${text}… [${size - most} more bytes]` : text;
}
