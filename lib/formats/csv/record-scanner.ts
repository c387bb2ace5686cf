import { type CsvDialect, escapeOf } from './dialect';

/**
 * One physical record: bytes [start, end) without its line end, and the 1-based line it starts on. `blank`: it has no
 * bytes. `malformed`: text follows a closing quote, so that the cell has no one meaning.
 */
export type ScannedRecord = { start: number; end: number; line: number; blank: boolean; malformed: boolean };

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** Where the scanner is inside a cell. CLOSED: after a quote inside quotes. PADDED: spaces after that. ESCAPED: after an escape. ABOVE: before the table. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSED = 3;
const PADDED = 4;
const ESCAPED = 5;
const ABOVE = 6;

/**
 * Finds the records of a CSV file byte by byte in constant memory, without any of the engine's code: the independent
 * count that a load is held against. A quote opens a cell only at its start (spaces before it do not matter) and closes
 * it when no second quote follows. Feed chunks to `push`, then call `end`; `onRecord` hears of every record in order.
 */
export class RecordScanner {
  /** Line ends of records, by kind; and whether there are line ends inside quotes. */
  readonly lineEnds = { lf: 0, crlf: 0, cr: 0 };
  quotedLineEnds = false;
  private readonly onRecord: (record: Readonly<ScannedRecord>) => void;
  private readonly quote: number;
  private readonly delimiter: number;
  private readonly escapeByte: number;
  private readonly skipLines: number;
  private readonly record: ScannedRecord = { start: 0, end: 0, line: 1, blank: false, malformed: false };
  private state: number;
  private offset = 0;
  private line = 1;
  private afterCr = false;

  /** `onRecord` gets one object that is used again: copy what you keep. */
  constructor(dialect: CsvDialect, onRecord: (record: Readonly<ScannedRecord>) => void) {
    this.onRecord = onRecord;
    this.quote = dialect.quote.charCodeAt(0);
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.escapeByte = escapeOf(dialect)?.charCodeAt(0) ?? -1;
    this.skipLines = dialect.skipLines ?? 0;
    this.state = this.skipLines > 0 ? ABOVE : START;
    this.record.start = dialect.bom ? 3 : 0;
  }

  /** The record that is being read; its `end` is not known yet. */
  get openRecord(): Readonly<ScannedRecord> {
    return this.record;
  }

  push(chunk: Uint8Array): void {
    const { quote, delimiter, escapeByte, record } = this;
    const base = this.offset;
    let state = this.state;
    for (
      let i = base < record.start ? Math.min(record.start - base, chunk.length) : 0;
      i < chunk.length;
      i++
    ) {
      const byte = chunk[i];
      if (byte === LF || byte === CR) {
        const second = byte === LF && this.afterCr;
        this.afterCr = byte === CR;
        if (!second) this.line++;
        if (state === QUOTED || state === ESCAPED) {
          this.quotedLineEnds = true;
          state = QUOTED;
          continue;
        }
        if (state === ABOVE) {
          record.start = base + i + 1;
          record.line = this.line;
          if (this.line > this.skipLines) state = START;
          continue;
        }
        if (second) this.joinLineEnd(base + i + 1);
        else {
          this.lineEnds[byte === CR ? 'cr' : 'lf']++;
          this.finish(base + i);
          state = START;
        }
        continue;
      }
      this.afterCr = false;
      if (state === QUOTED) {
        if (byte === quote) state = CLOSED;
        else if (byte === escapeByte) state = ESCAPED;
      } else if (state === ESCAPED) state = QUOTED;
      else if (state === ABOVE) continue;
      else if (byte === delimiter) state = START;
      else if (byte === SPACE) {
        if (state === CLOSED) state = PADDED;
      } else if (byte === quote && (state === START || (state === CLOSED && escapeByte === -1)))
        state = QUOTED;
      else {
        if (state === CLOSED || state === PADDED) record.malformed = true;
        state = PLAIN;
      }
    }
    this.state = state;
    this.offset = base + chunk.length;
  }

  /** Ends the last record; true when a quote is still open, so that nobody can tell where the records end. */
  end(): boolean {
    if (this.offset > this.record.start && this.state !== ABOVE) this.finish(this.offset);
    return this.state === QUOTED || this.state === ESCAPED;
  }

  /** The line feed of a CR LF: the record before it has already ended. */
  private joinLineEnd(next: number): void {
    this.lineEnds.cr--;
    this.lineEnds.crlf++;
    this.record.start = next;
  }

  private finish(end: number): void {
    const { record } = this;
    record.end = end;
    record.blank = end === record.start;
    this.onRecord(record);
    record.start = end + 1;
    record.line = this.line;
    record.malformed = false;
  }
}
