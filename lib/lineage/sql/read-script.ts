import type { SqlDialect } from './dialect';
import { splitText } from './split/split-text';
import type { ObjectHeader, SqlObject } from './sql-object';

/**
 * The objects of a script: each CREATE or ALTER VIEW, PROCEDURE, FUNCTION and TRIGGER with its text, then, when there is more,
 * the script itself, named after its file, in which the objects are blanked out so that offsets stay as they are.
 */
export function readScript(text: string, dialect: SqlDialect, origin: string): SqlObject[] {
  const { tokens, statements, objects } = splitText(text, dialect);
  const found: SqlObject[] = [];
  let rest = text;
  let inside = 0;
  for (const { header, start, end } of objects) {
    const [from, to] = [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? text.length];
    found.push({
      ...nameOf(header),
      type: header.type,
      dialect,
      text: text.slice(from, to),
      origin,
      offset: from,
    });
    rest = rest.slice(0, from) + blanked(rest.slice(from, to)) + rest.slice(to);
    inside += statements.filter(({ range }) => range.start >= from && range.end <= to).length;
  }
  if (statements.length > inside || found.length === 0) {
    const name = origin.replace(/^.*[\\/]/, '');
    found.push({
      database: null,
      schema: null,
      name,
      type: 'script',
      dialect,
      text: rest,
      origin,
      offset: 0,
    });
  }
  return found;
}

function nameOf({ name }: ObjectHeader): { database: string | null; schema: string | null; name: string } {
  const [last = '', schema = '', database = ''] = name.toReversed();
  return { database: database || null, schema: schema || null, name: last };
}

/** Blanks in place of all but line breaks. */
function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
