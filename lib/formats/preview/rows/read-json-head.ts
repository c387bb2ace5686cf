import { detectJson } from '../../json/detect-json';

/** A value of a JSON record: text as it means, everything else as it is written, so that no digit is lost. */
export type JsonCell = { kind: 'text' | 'number' | 'boolean' | 'json'; text: string } | null;
export type JsonRecord = { line: number; cells: ReadonlyMap<string, JsonCell> };
export type JsonHead = {
  format: 'json' | 'ndjson';
  /** Dotted path to the array that holds the records; empty for the document itself. */
  path: string;
  /** All such arrays, and empty where the document can be a record itself; none where there is nothing to choose. */
  paths: readonly string[];
  records: JsonRecord[];
};

/**
 * Reads the whole records of the beginning of a JSON array, of the array at `path` (the first one when not given) in a document, or of
 * line-delimited JSON. Null when the text is none of these.
 * @throws Error whose message goes on after "The file" when there is no array at the path
 */
export function readJsonHead(text: string, whole: boolean, path?: string): JsonHead | null {
  const reader = new Reader(text, whole);
  reader.space();
  if (reader.next() === '[') return { format: 'json', path: '', paths: [], records: reader.array() };
  if (reader.next() !== '{') return null;
  const start = reader.position;
  const found = detectJson(text, whole);
  const lines = (paths: readonly string[]): JsonHead | null => {
    if (reader.recordOrNull() === null) return null;
    reader.position = start;
    return { format: 'ndjson', path: '', paths, records: reader.lines() };
  };
  if (found?.kind !== 'document') return lines([]);
  const { arrays, isOneLine } = found;
  const paths = [...arrays.map((array) => array.path), ...(isOneLine ? [''] : [])];
  if (path === '' && isOneLine) return lines(paths);
  const array = path === undefined ? arrays[0] : arrays.find((it) => it.path === path);
  if (array === undefined) throw new Error(`has no array of objects at “${path}” in its first MiB`);
  reader.position = array.at;
  return { format: 'json', path: array.path, paths, records: reader.array() };
}

class Cut extends Error {}
const LITERALS: Record<string, JsonCell> = {
  true: { kind: 'boolean', text: 'true' },
  false: { kind: 'boolean', text: 'false' },
  null: null,
};

class Reader {
  position = 0;
  private line = 1;
  private lineAt = 0;
  private readonly text: string;
  private readonly whole: boolean;

  constructor(text: string, whole: boolean) {
    this.text = text;
    this.whole = whole;
  }

  next = () => this.text.charAt(this.position);
  atEnd = () => this.position >= this.text.length;

  space(): void {
    while (/[\s\ufeff]/.test(this.next())) this.position += 1;
  }

  /** Records of an array; what is cut off at its end is left out. */
  array(): JsonRecord[] {
    const records: JsonRecord[] = [];
    this.position += 1;
    for (;;) {
      this.space();
      if (this.next() === ',') this.position += 1;
      this.space();
      const record = this.next() === '{' ? this.recordOrNull() : null;
      if (record === null) return records;
      records.push(record);
    }
  }

  lines(): JsonRecord[] {
    const records: JsonRecord[] = [];
    for (;;) {
      this.space();
      const record = this.next() === '{' ? this.recordOrNull() : null;
      if (record === null) return records;
      records.push(record);
    }
  }

  recordOrNull(): JsonRecord | null {
    try {
      return this.record();
    } catch (error) {
      if (error instanceof Cut) return null;
      throw error;
    }
  }

  private record(): JsonRecord {
    const line = this.lineNumber();
    const cells = new Map<string, JsonCell>();
    this.expect('{');
    this.space();
    if (this.next() === '}') {
      this.position += 1;
      return { line, cells };
    }
    for (;;) {
      const key = this.key();
      cells.set(key, this.value());
      this.space();
      if (this.next() === '}') break;
      this.expect(',');
    }
    this.position += 1;
    return { line, cells };
  }

  private key(): string {
    this.space();
    const key = this.string();
    this.space();
    this.expect(':');
    this.space();
    return key;
  }

  private value(): JsonCell {
    const first = this.next();
    if (first === '"') return { kind: 'text', text: this.string() };
    if (first === '{' || first === '[') return { kind: 'json', text: this.nested() };
    const token = /^[^\s,\]}]+/.exec(this.text.slice(this.position, this.position + 400))?.[0] ?? '';
    // A token at the very end may go on in what was not read.
    if (token === '' || (!this.whole && this.position + token.length >= this.text.length)) throw new Cut();
    this.position += token.length;
    if (Object.hasOwn(LITERALS, token)) return LITERALS[token] ?? null;
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(token)) throw new Cut();
    return { kind: 'number', text: token };
  }

  private string(): string {
    STRING.lastIndex = this.position;
    const written = STRING.exec(this.text)?.[0];
    if (written === undefined) throw new Cut();
    this.position += written.length;
    try {
      return JSON.parse(written) as string;
    } catch (cause) {
      throw new Cut('not JSON', { cause });
    }
  }

  private nested(): string {
    const start = this.position;
    let depth = 0;
    do {
      const char = this.next();
      if (char === '') throw new Cut();
      if (char === '"') this.string();
      else {
        if (char === '{' || char === '[') depth += 1;
        if (char === '}' || char === ']') depth -= 1;
        this.position += 1;
      }
    } while (depth > 0);
    return this.text.slice(start, this.position);
  }

  private expect(char: string): void {
    if (this.next() !== char) throw new Cut();
    this.position += 1;
  }

  private lineNumber(): number {
    for (; this.lineAt < this.position; this.lineAt += 1) {
      if (this.text.charCodeAt(this.lineAt) === 10) this.line += 1;
    }
    return this.line;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are not allowed in JSON text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;
