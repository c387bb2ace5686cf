import { type CsvDialect, escapeOf } from './dialect';
import { LowBytes } from './low-bytes';

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
  private readonly words: LowBytes;
  private readonly record: ScannedRecord = { start: 0, end: 0, line: 1, blank: false, malformed: false };
  private state: number;
  private offset = 0;
  private line = 1;
  private afterCr = false;

  /** `onRecord` gets one object that is used again: copy what you keep. */
  constructor(dialect: CsvDialect, onRecord: (record: Readonly<ScannedRecord>) => void) {
    this.onRecord = onRecord;
    this.quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.escapeByte = escapeOf(dialect)?.charCodeAt(0) ?? -1;
    this.skipLines = dialect.skipLines ?? 0;
    this.words = new LowBytes(LF, CR, this.quote === -1 ? LF : this.quote);
    this.state = this.skipLines > 0 ? ABOVE : START;
    this.record.start = dialect.bom ? 3 : 0;
  }

  /** The record that is being read; its `end` is not known yet. */
  get openRecord(): Readonly<ScannedRecord> {
    return this.record;
  }

  push(chunk: Uint8Array): void {
    const { quote, delimiter, escapeByte, record } = this;
    this.words.of(chunk);
    const base = this.offset;
    const { length } = chunk;
    let i = base < record.start ? Math.min(record.start - base, length) : 0;
    while (i < length) {
      const { state } = this;
      if (state === START || state === PLAIN) i = this.pushUnquoted(chunk, i);
      else if (state === QUOTED) i = this.pushQuoted(chunk, i);
      if (i === length) break;
      const byte = chunk[i];
      if (byte === LF || byte === CR) this.lineEnd(byte, base + i);
      else {
        this.afterCr = false;
        switch (this.state) {
          case QUOTED:
            this.state = byte === quote ? CLOSED : ESCAPED;
            break;
          case ESCAPED:
            this.state = QUOTED;
            break;
          case ABOVE:
            break;
          case START:
            this.state = QUOTED;
            break;
          default:
            if (byte === delimiter) this.state = START;
            else if (byte === SPACE) this.state = PADDED;
            else if (byte === quote && this.state === CLOSED && escapeByte === -1) this.state = QUOTED;
            else {
              record.malformed = true;
              this.state = PLAIN;
            }
        }
      }
      i++;
    }
    this.offset = base + length;
  }

  /** Passes over bytes outside of quotes; stops at a line end, or at a quote that opens a cell. Most bytes of most files come by here. */
  private pushUnquoted(chunk: Uint8Array, from: number): number {
    const { quote, words } = this;
    const highest = Math.max(quote, CR);
    const { length } = chunk;
    let known = from;
    for (let i = from; i < length; i++) {
      i = words.next(i);
      const byte = chunk[i];
      if (byte === undefined || byte > highest) continue;
      if (byte === LF || byte === CR) return this.passed(from, i);
      if (byte !== quote) continue;
      if (this.stateAfter(chunk, known, i) === START) {
        this.state = START;
        return this.passed(from, i);
      }
      this.state = PLAIN;
      known = i;
    }
    this.state = this.stateAfter(chunk, known, length);
    return this.passed(from, length);
  }

  private passed(from: number, to: number): number {
    if (to > from) this.afterCr = false;
    return to;
  }

  /** The state before `to`, by the bytes back to `from`: spaces at the start of a cell are not part of it. */
  private stateAfter(chunk: Uint8Array, from: number, to: number): number {
    for (let i = to - 1; i >= from; i--) {
      if (chunk[i] === this.delimiter) return START;
      if (chunk[i] !== SPACE) return PLAIN;
    }
    return this.state;
  }

  /** Passes over bytes inside of quotes; stops at what may end them and at line ends. */
  private pushQuoted(chunk: Uint8Array, from: number): number {
    const { quote, escapeByte } = this;
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === quote || byte === LF || byte === CR || byte === escapeByte) return this.passed(from, i);
    }
    return this.passed(from, chunk.length);
  }

  private lineEnd(byte: number, at: number): void {
    const second = byte === LF && this.afterCr;
    this.afterCr = byte === CR;
    if (!second) this.line++;
    if (this.state === QUOTED || this.state === ESCAPED) {
      this.quotedLineEnds = true;
      this.state = QUOTED;
    } else if (this.state === ABOVE) {
      this.record.start = at + 1;
      this.record.line = this.line;
      if (this.line > this.skipLines) this.state = START;
    } else if (second) this.joinLineEnd(at + 1);
    else {
      this.lineEnds[byte === CR ? 'cr' : 'lf']++;
      this.finish(at);
      this.state = START;
    }
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
