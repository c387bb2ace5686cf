/**
 * The one way a name gets into SQL text: double-quoted, inner quotes doubled. Several parts become a dotted name
 * (`quoteName('stage', 'main', 'a"b')` is `"stage"."main"."a""b"`). Values never go through here: bind them.
 * @throws Error for an empty part or one with a NUL, which no engine can store
 */
export function quoteName(...parts: readonly [string, ...string[]]): string {
  return parts.map(quotePart).join('.');
}

function quotePart(part: string): string {
  if (part === '') throw new Error('An SQL name must not be empty.');
  if (part.includes('\0')) throw new Error('An SQL name must not contain a NUL character.');
  return `"${part.replaceAll('"', '""')}"`;
}

/** Text as an SQL string literal, for the few statements that take no parameters (ATTACH, SET). */
export function quoteText(text: string): string {
  if (text.includes('\0')) throw new Error('An SQL literal must not contain a NUL character.');
  return `'${text.replaceAll("'", "''")}'`;
}
