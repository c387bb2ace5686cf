/** A name as a person types it: its parts without quotes, and whether any part was quoted. */
export type ObjectName = { readonly parts: readonly string[]; readonly quoted: boolean };

const PART = /\[((?:[^\]]|\]\])*)\]|"((?:[^"]|"")*)"|([^."[\]]+)/y;

/**
 * Reads `database.schema.name`, `[a.b].[c]` or `"a"."b c"`; quoting characters are doubled inside quotes.
 * @returns undefined when the quoting is broken or a part is empty.
 */
export function parseObjectName(text: string): ObjectName | undefined {
  const parts: string[] = [];
  let quoted = false;
  let position = 0;
  while (position <= text.length) {
    PART.lastIndex = position;
    const match = PART.exec(text);
    if (match === null) return undefined;
    const [whole, bracketed, doubled, plain] = match;
    quoted ||= plain === undefined;
    parts.push(plain ?? bracketed?.replaceAll(']]', ']') ?? (doubled ?? '').replaceAll('""', '"'));
    position += whole.length;
    if (position === text.length) return { parts, quoted };
    if (text[position] !== '.') return undefined;
    position += 1;
  }
  return undefined;
}
