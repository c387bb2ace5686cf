import type { CsvDialect } from './dialect';
import { RecordScanner } from './record-scanner';

const LINE_END = Uint8Array.of(0x0a);

/**
 * The same records with one kind of line end (LF between records, text inside quotes untouched), without byte order mark, and
 * with a blank line in place of each `blanked` one (0-based positions, ascending): every other record keeps its position.
 */
export async function* rewriteRecords(
  bytes: AsyncIterable<Uint8Array>,
  dialect: CsvDialect,
  blanked: readonly number[],
): AsyncGenerator<Uint8Array> {
  let position = 0;
  let next = 0;
  let base = 0;
  let chunk: Uint8Array = new Uint8Array();
  const pieces: Uint8Array[] = [];
  const emit = (start: number, end: number) => {
    if (blanked[next] !== position)
      pieces.push(chunk.subarray(Math.max(0, start - base), Math.max(0, end - base)));
  };
  const scanner = new RecordScanner(dialect, ({ start, end }) => {
    emit(start, end);
    pieces.push(LINE_END);
    if (blanked[next] === position) next++;
    position++;
  });
  for await (chunk of bytes) {
    scanner.push(chunk);
    emit(scanner.openRecord.start, base + chunk.length);
    base += chunk.length;
    yield Buffer.concat(pieces.splice(0));
  }
  chunk = new Uint8Array();
  scanner.end();
  yield Buffer.concat(pieces.splice(0));
}
