export type SqlRole = 'keyword' | 'string' | 'function' | 'comment' | 'number' | 'operator';

/** A piece of one line; without a role it is an identifier or a space. */
export type SqlToken = { text: string; role: SqlRole | null };

/** The lines of a text without any roles, as shown until the highlighter has loaded. */
export function plainLines(text: string): SqlToken[][] {
  return text.split(/\r\n|\r|\n/).map((line) => (line === '' ? [] : [{ text: line, role: null }]));
}
