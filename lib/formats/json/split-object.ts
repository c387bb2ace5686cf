/** How a value is written in JSON. */
export type JsonKind = 'string' | 'number' | 'boolean' | 'nested';
/** One member of a record: the cell as text (null for null), numbers and nested values as they are written. */
export type JsonCell = {
  readonly name: string;
  readonly cell: string | null;
  readonly kind: JsonKind | null;
};

/** Why a text is no record: the machine code of the reject and a sentence. */
export type JsonFault = {
  readonly code: 'BAD_JSON' | 'NOT_AN_OBJECT' | 'REPEATED_NAME' | 'BAD_CHARACTER';
  readonly message: string;
};

/** The members of a JSON object, to the letter: no number passes through a floating point type. */
export function splitObject(text: string): JsonCell[] | JsonFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/\s*\(line \d+ column \d+\)/, '') : 'it is not JSON';
    return { code: 'BAD_JSON', message: `The record is not JSON: ${reason.slice(0, 200)}.` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { code: 'NOT_AN_OBJECT', message: 'The record is not an object of names and values.' };
  const cells: JsonCell[] = [];
  const names = new Set<string>();
  for (const { key, raw } of members(text)) {
    const name = decoded(key);
    if (names.has(name))
      return { code: 'REPEATED_NAME', message: `The record has ${JSON.stringify(name)} twice.` };
    names.add(name);
    const cell = cellOf(name, raw);
    if (cell.cell?.includes('\0') || (cell.cell !== null && !cell.cell.isWellFormed()))
      return { code: 'BAD_CHARACTER', message: `${name} has a character that is no text.` };
    cells.push(cell);
  }
  return cells;
}

function cellOf(name: string, raw: string): JsonCell {
  switch (raw.charAt(0)) {
    case '"':
      return { name, cell: decoded(raw), kind: 'string' };
    case 'n':
      return { name, cell: null, kind: null };
    case 't':
    case 'f':
      return { name, cell: raw, kind: 'boolean' };
    case '{':
    case '[':
      return { name, cell: raw, kind: 'nested' };
    default:
      return { name, cell: raw, kind: 'number' };
  }
}

const decoded = (raw: string): string =>
  raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const isOpen = (code: number) => code === 0x7b || code === 0x5b;
const isClose = (code: number) => code === 0x7d || code === 0x5d;
const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** Names and values of an object that is known to be valid JSON, as they are written. */
function* members(text: string): Generator<{ key: string; raw: string }> {
  let at = text.indexOf('{') + 1;
  for (;;) {
    at = skip(text, at, COMMA);
    if (isClose(text.charCodeAt(at))) return;
    const keyEnd = endOf(text, at);
    const key = text.slice(at, keyEnd);
    at = skip(text, keyEnd, COLON);
    const end = endOf(text, at);
    yield { key, raw: text.slice(at, end) };
    at = end;
  }
}

/** Past white space and one kind of mark. */
function skip(text: string, from: number, mark: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); isSpace(code) || code === mark; code = text.charCodeAt(at)) at++;
  return at;
}

/** Where the value that begins at `from` ends. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at);
    else {
      if (isOpen(code)) depth++;
      else if (isClose(code)) depth--;
      at++;
      if (depth === 0 && !isClose(code)) at = scalarEnd(text, at);
    }
  } while (depth > 0);
  return at;
}

function scalarEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at))
    if (isSpace(code) || code === COMMA || isClose(code)) return at;
  return at;
}

function stringEnd(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  for (;;) {
    let slashes = 0;
    while (text.charAt(at - 1 - slashes) === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
}
