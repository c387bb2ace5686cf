import type { SqlDialect } from '../dialect';
import type { NameParts } from '../statement';
import type { Relation } from './relation';

const rowset = /^@(openrowset|openquery|opendatasource|openxml)(?: (.*))?$/is;
const fileFormats = new Set(['parquet', 'csv', 'json', 'delta', 'orc', 'avro', 'text', 'binaryfile']);

/**
 * What stands outside of any database: the files and linked servers of `OPENROWSET('file')`, `OPENQUERY(server, ...)` and their
 * kin, by the name the rewrites put in their place; stages; files named where a table may stand. Null for other names.
 * OPENXML reads a variable, so it is nothing outside.
 */
export function rowsetRelation(parts: NameParts, dialect: SqlDialect): Relation | null {
  const [first = '', second] = parts;
  if (second !== undefined) {
    const [, server] = /^@(?:opendatasource|openquery) (.*)$/is.exec(first) ?? [];
    if (server !== undefined) return remote(server, parts.slice(1));
    const isFile = dialect === 'databricks' && fileFormats.has(first.toLowerCase()) && second.includes('/');
    return isFile ? file(second) : null;
  }
  if (dialect === 'snowflake' && first.startsWith('@')) return file(first);
  const [, kind = '', origin = ''] = rowset.exec(first) ?? [];
  if (kind === '') {
    const isFile = /[/.](?:parquet|csv|tsv|json|jsonl|ndjson|xlsx)(?:\.\w+)?$/i.test(first);
    return dialect === 'duckdb' && isFile ? file(first) : null;
  }
  const word = kind.toLowerCase();
  if (word === 'openrowset') return file(origin);
  const own = word === 'openxml' || origin.startsWith('@');
  return outside(own ? 'system' : 'external', `${word}:${origin}`, origin, `(${word})`, null);
}

/** `OPENDATASOURCE('provider', ...).db.schema.name`, and names in the text of OPENQUERY. */
function remote(server: string, parts: NameParts): Relation {
  const [name = '', schema = '', database = ''] = parts.toReversed();
  const where = { database: database || null, schema: schema || null };
  const key = `remote:${server}.${parts.join('.')}`;
  return { ...outside('external', key, server, name, null), ...where };
}

function file(path: string): Relation {
  return outside('external', `file:${path}`, null, path, 'file');
}

function outside(
  kind: 'external' | 'system',
  key: string,
  server: string | null,
  name: string,
  type: string | null,
): Relation {
  return {
    kind,
    key: `rowset:${key.toLowerCase()}`,
    server,
    database: null,
    schema: null,
    name,
    type,
    columns: null,
  };
}
