const CELL_CHARACTERS_MAX = 300;

/** A value as text: 64-bit numbers keep every digit, bytes become hex, null stays null. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return cut(`0x${hex(value)}`);
  if (typeof value === 'object')
    return cut(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)));
  return cut(String(value));
}

/** Cuts a long text and says how long it was. */
export function cut(text: string): string {
  if (text.length <= CELL_CHARACTERS_MAX) return text;
  const hidden = (text.length - CELL_CHARACTERS_MAX).toLocaleString('en-US');
  return `${text.slice(0, CELL_CHARACTERS_MAX)}… (${hidden} more characters)`;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, CELL_CHARACTERS_MAX), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
