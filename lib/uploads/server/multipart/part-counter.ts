import 'server-only';

/**
 * Counts the parts of a multipart body by its delimiters, beside the parser: the parser skips a part whose header it
 * cannot read without a word, and nothing may vanish.
 */
export class PartCounter {
  readonly #delimiter: Buffer;
  #delimiters = 0;
  /** The end of what was read, shorter than a delimiter. A body may start with its first delimiter, hence the CRLF. */
  #tail: Buffer = Buffer.from('\r\n');

  constructor(boundary: string) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  }

  read(bytes: Uint8Array): void {
    const text = Buffer.concat([this.#tail, bytes]);
    let from = 0;
    for (let at = text.indexOf(this.#delimiter); at >= 0; at = text.indexOf(this.#delimiter, from)) {
      this.#delimiters += 1;
      from = at + this.#delimiter.length;
    }
    this.#tail = text.subarray(Math.max(from, text.length - this.#delimiter.length + 1));
  }

  /** Parts in the body that was read; the last delimiter closes it. */
  get parts(): number {
    return Math.max(0, this.#delimiters - 1);
  }
}
