import type { NameParts } from '../statement';
import type { Relation } from './relation';

const rowset = /^@(openrowset|openquery|opendatasource|openxml)(?: (.*))?$/is;

/**
 * What `OPENROWSET('file')`, `OPENQUERY(server, ...)` and their kin read, by the name the rewrites put in their place: a file,
 * or something of a linked server. Null for other names. OPENXML reads a variable, so it is nothing outside.
 */
export function rowsetRelation(parts: NameParts): Relation | null {
  const [, kind = '', origin = ''] = (parts.length === 1 ? rowset.exec(parts[0] ?? '') : null) ?? [];
  if (kind === '') return null;
  const word = kind.toLowerCase();
  const file = word === 'openrowset';
  return {
    kind: word === 'openxml' || origin.startsWith('@') ? 'system' : 'external',
    key: `rowset:${word}:${origin.toLowerCase()}`,
    server: file ? null : origin,
    database: null,
    schema: null,
    name: file ? origin : `(${word})`,
    type: file ? 'file' : null,
    columns: null,
  };
}
