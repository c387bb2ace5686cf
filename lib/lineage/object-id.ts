import { createHash } from 'node:crypto';

/**
 * The id of an object: 16 hex digits of the MD5 of its lower-cased `database NUL schema NUL name`, so names that
 * differ only in case are one object (the default collation of SQL Server, DuckDB's rule for identifiers).
 */
export function objectId(database: string, schema: string, name: string): string {
  return createHash('md5')
    .update(objectKey(database, schema, name))
    .digest('hex')
    .slice(0, 16);
}

/** The text that identifies an object; equal for names that differ only in case. */
export function objectKey(database: string, schema: string, name: string): string {
  return [database, schema, name].map((part) => part.toLowerCase()).join('\0');
}
