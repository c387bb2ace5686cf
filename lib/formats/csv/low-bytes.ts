const ONES = 0x01010101;
const HIGH_BITS = 0x80808080;

/**
 * Finds some bytes among others, four at a time. Those that are looked for are low ones (line ends and quotes) and rarer than letters and
 * digits, which are above them. The tests of four bytes at once are the known ones for "has a byte less than n" (n at most 128) and "has a zero".
 */
export class LowBytes {
  private readonly less: number;
  private readonly a: number;
  private readonly b: number;
  private readonly c: number;
  private words: Int32Array = new Int32Array(0);
  private first = 0;

  /** The bytes that are looked for, 0 to 127 each. */
  constructor(a: number, b: number, c: number) {
    this.less = Math.imul(ONES, Math.max(a, b, c) + 1);
    this.a = Math.imul(ONES, a);
    this.b = Math.imul(ONES, b);
    this.c = Math.imul(ONES, c);
  }

  /** From now on these bytes are looked at. */
  of(chunk: Uint8Array): void {
    this.first = -chunk.byteOffset & 3;
    const count = Math.max(0, (chunk.length - this.first) >> 2);
    this.words =
      count === 0 ? new Int32Array(0) : new Int32Array(chunk.buffer, chunk.byteOffset + this.first, count);
  }

  /** The first place from `from` on whose four bytes together hold one that is looked for, or that begins no four; `from` itself when it begins none. */
  next(from: number): number {
    const { words, less, first } = this;
    if (((from - first) & 3) !== 0) return from;
    const { a, b, c } = this;
    let at = (from - first) >> 2;
    for (; at < words.length; at++) {
      const word = words[at] ?? 0;
      if (((word - less) & ~word & HIGH_BITS) === 0) continue;
      if (hasZero(word ^ a) || hasZero(word ^ b) || hasZero(word ^ c)) break;
    }
    return first + 4 * at;
  }
}

const hasZero = (word: number) => ((word - ONES) & ~word & HIGH_BITS) !== 0;
