const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** A longer name is none that anybody looks for. */
const NAME_BYTES_MAX = 4096;

/**
 * Finds the array at a path of names in a JSON document, byte by byte and in constant memory. It is fed everything outside of that array:
 * what comes before, and what comes after, to tell whether the document ends as it should.
 */
export class PathSeeker {
  /** The array was there; a second time: whoever wrote the name twice meant both. */
  found = false;
  repeated = false;
  /** The document's last bracket was there, and nothing after it. */
  isOver = false;
  hasMore = false;
  private readonly path: readonly string[];
  private depth = 0;
  /** Names of the path that the objects around here stand under; the object at depth `matched + 1` is looked through. */
  private matched = 0;
  private expectsName = false;
  private name: number[] | null = null;
  private inName = false;
  private isHit = false;
  private inString = false;
  private escaped = false;

  constructor(path: readonly string[]) {
    this.path = path;
  }

  /** Takes the next byte; true when it opens the array. */
  take(byte: number): boolean {
    if (this.inString) {
      this.followString(byte);
      return false;
    }
    if (isBlank(byte)) return false;
    if (this.isOver) this.hasMore = true;
    else if (byte === OPEN_LIST) return this.openList();
    else if (byte === OPEN_OBJECT) this.openObject();
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.close();
    else if (byte === QUOTE) this.openString();
    else if (byte === COLON) this.value();
    else {
      this.isHit = false;
      if (byte === COMMA && this.isHere()) this.expectsName = true;
    }
    return false;
  }

  private isHere(): boolean {
    return this.depth === this.matched + 1;
  }

  private openString(): void {
    this.inString = true;
    this.isHit = false;
    this.inName = this.expectsName && this.isHere();
    if (this.inName) this.name = [];
  }

  private followString(byte: number): void {
    if (!this.escaped && byte === QUOTE) {
      this.inString = false;
      this.inName = false;
      return;
    }
    this.escaped = !this.escaped && byte === BACKSLASH;
    if (this.inName && this.name !== null && this.name.push(byte) > NAME_BYTES_MAX) this.name = null;
  }

  private value(): void {
    if (!this.isHere() || !this.expectsName) return;
    this.expectsName = false;
    this.isHit = this.name !== null && decoded(this.name) === this.path[this.matched];
  }

  private openObject(): void {
    const isInner = this.isHit && this.matched < this.path.length - 1;
    this.depth += 1;
    if (isInner) this.matched += 1;
    if (isInner || this.depth === 1) this.expectsName = true;
    this.isHit = false;
  }

  private openList(): boolean {
    const isWanted = this.isHit && this.matched === this.path.length - 1;
    this.isHit = false;
    if (isWanted && !this.found) {
      this.found = true;
      return true;
    }
    if (isWanted) this.repeated = true;
    this.depth += 1;
    return false;
  }

  private close(): void {
    this.isHit = false;
    this.depth -= 1;
    if (this.depth <= 0) this.isOver = true;
    else if (this.depth === this.matched) {
      this.matched -= 1;
      this.expectsName = false;
    }
  }
}

function decoded(name: readonly number[]): string | null {
  try {
    return JSON.parse(`"${new TextDecoder().decode(Uint8Array.from(name))}"`) as string;
  } catch {
    return null;
  }
}
