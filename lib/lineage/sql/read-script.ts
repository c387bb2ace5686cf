import type { SqlDialect } from './dialect';
import { placedNames } from './script/placed-names';
import { splitText } from './split/split-text';
import type { SqlObject } from './sql-object';
import type { NameParts } from './statement';

/**
 * The objects of a script: each CREATE or ALTER VIEW, PROCEDURE, FUNCTION and TRIGGER with its text, then, when there is more,
 * the script itself, named after its file, in which the objects are blanked out so that offsets stay as they are.
 */
export function readScript(text: string, dialect: SqlDialect, origin: string): SqlObject[] {
  const { statements, objects } = splitText(text, dialect);
  const placed = placedNames(statements, dialect, null);
  const found: SqlObject[] = [];
  const rest: string[] = [];
  let restEnd = 0;
  let outside = statements.length;
  let at = 0;
  for (const { header, range } of objects) {
    const { start: from, end: to } = range;
    found.push({
      ...nameOf(placed(header.name, from)),
      type: header.type,
      dialect,
      text: text.slice(from, to),
      origin,
      offset: from,
    });
    rest.push(text.slice(restEnd, from), blanked(text.slice(from, to)));
    restEnd = to;
    while ((statements[at]?.range.start ?? to) < to) {
      if ((statements[at]?.range.start ?? 0) >= from) outside--;
      at++;
    }
  }
  if (outside > 0 || found.length === 0) {
    const name = origin.replace(/^.*[\\/]/, '');
    found.push({
      database: null,
      schema: null,
      name,
      type: 'script',
      dialect,
      text: rest.join('') + text.slice(restEnd),
      origin,
      offset: 0,
    });
  }
  return found;
}

function nameOf(name: NameParts): Pick<SqlObject, 'database' | 'schema' | 'name'> {
  const [last = '', schema = '', database = ''] = name.toReversed();
  return { database: database || null, schema: schema || null, name: last };
}

/** Blanks in place of all but line breaks. */
function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
