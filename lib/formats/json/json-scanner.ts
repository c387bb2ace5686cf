import { PathSeeker } from './path-seeker';

/** Where a record of a JSON text is: bytes [start, start + size), and the 1-based line it begins on. */
export type JsonRecord = {
  /** The record's text; empty for one that is longer than the limit. */
  readonly text: string;
  readonly start: number;
  readonly size: number;
  readonly line: number;
};

const LF = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = [0x5b, 0x7b];
const CLOSE = [0x5d, 0x7d];
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === LF || byte === 0x0d;

/** Where the records of a JSON text are: one on each line, in the array that the text is, or in the array at a path of names. */
export type JsonPlace = 'lines' | 'array' | { readonly path: readonly string[] };

/** Longest record that is read. */
export const JSON_RECORD_MAX_BYTES = 4 * 1024 * 1024;

/**
 * Finds the records of a JSON array, of one inside of a document, or of lines of JSON, byte by byte and in constant memory: only where they are, not whether they are
 * JSON. Feed chunks to `push`, then call `end`.
 */
export class JsonScanner {
  private readonly lines: boolean;
  private readonly seeker: PathSeeker | null;
  private readonly onRecord: (record: JsonRecord) => void;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: false });
  private pieces: Uint8Array[] = [];
  private held = 0;
  private offset = 0;
  private line = 1;
  private start = -1;
  private startLine = 1;
  private depth = 0;
  private trailing = false;
  private inString = false;
  private escaped = false;
  /** Of an array: before it, in it, after it. */
  private state: 'before' | 'in' | 'after' = 'before';

  constructor(place: JsonPlace, onRecord: (record: JsonRecord) => void) {
    this.lines = place === 'lines';
    this.seeker = typeof place === 'object' ? new PathSeeker(place.path) : null;
    this.onRecord = onRecord;
  }

  push(chunk: Uint8Array): void {
    const from = this.offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    if (this.lines) this.pushLines(chunk, from);
    else this.pushArray(chunk, from);
    this.offset += chunk.length;
  }

  /** Lines end at line feeds, whatever is in them. */
  private pushLines(chunk: Uint8Array, from: number): void {
    let at = from;
    while (at < chunk.length) {
      const feed = chunk.indexOf(LF, at);
      const end = feed === -1 ? chunk.length : feed;
      let begun = at;
      if (this.start === -1) {
        while (begun < end && isBlank(chunk[begun] ?? 0)) begun++;
        if (begun < end) {
          this.start = this.offset + begun;
          this.startLine = this.line;
        }
      }
      if (this.start !== -1) this.hold(chunk.subarray(begun, end));
      if (feed === -1) return;
      if (this.start !== -1) this.finish();
      this.line++;
      at = feed + 1;
    }
  }

  private pushArray(chunk: Uint8Array, from: number): void {
    let begun = this.start === -1 ? -1 : 0;
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (this.start !== -1 && this.endsElement(byte)) {
        this.hold(chunk.subarray(begun, i));
        this.finish();
        begun = -1;
      }
      if (this.start === -1 && this.begins(byte)) {
        this.start = this.offset + i;
        this.startLine = this.line;
        begun = i;
      }
      if (this.start !== -1) this.follow(byte);
      if (byte === LF) this.line++;
    }
    if (this.start !== -1) this.hold(chunk.subarray(begun));
  }

  /** @returns whether the text ended where it may: not inside an array, and with nothing after it */
  end(): boolean {
    const whole = this.lines || (this.state === 'after' && !this.trailing && this.endsWell());
    if (this.start !== -1) this.finish();
    return whole;
  }

  /** Why there is no such array, once the text ended. */
  get pathFault(): 'missing' | 'repeated' | null {
    if (this.seeker === null || (this.seeker.found && !this.seeker.repeated)) return null;
    return this.seeker.repeated ? 'repeated' : 'missing';
  }

  private endsWell(): boolean {
    return this.seeker === null || (this.seeker.isOver && !this.seeker.hasMore);
  }

  private begins(byte: number): boolean {
    if (this.seeker !== null && this.state !== 'in') {
      if (this.seeker.take(byte)) this.state = 'in';
      return false;
    }
    if (isBlank(byte)) return false;
    if (this.state === 'before') {
      if (byte === OPEN[0]) this.state = 'in';
      return false;
    }
    if (this.state === 'after') {
      this.trailing = true;
      return false;
    }
    if (byte === CLOSE[0]) this.state = 'after';
    return byte !== COMMA && byte !== CLOSE[0];
  }

  /** A comma or the array's end, outside of everything inside the element. */
  private endsElement(byte: number): boolean {
    return this.depth === 0 && !this.inString && (byte === COMMA || byte === CLOSE[0]);
  }

  private follow(byte: number): void {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) this.inString = false;
    } else if (byte === QUOTE) this.inString = true;
    else if (OPEN.includes(byte)) this.depth++;
    else if (CLOSE.includes(byte)) this.depth--;
  }

  private hold(piece: Uint8Array): void {
    this.held += piece.length;
    if (this.held <= JSON_RECORD_MAX_BYTES) this.pieces.push(piece.slice());
    else this.pieces = [];
  }

  private finish(): void {
    const text =
      this.held > JSON_RECORD_MAX_BYTES ? '' : this.decoder.decode(joined(this.pieces, this.held)).trimEnd();
    this.onRecord({ text, start: this.start, size: this.held, line: this.startLine });
    this.pieces = [];
    this.held = 0;
    this.start = -1;
    this.depth = 0;
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
