import { readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ id: number, schema: string, name: string, type: string, sql: string }} SampleObject
 * `id` as an extract has it, `sql` the batch that makes the object, with the comments above it.
 */

const FOLDER = new URL('sql/', import.meta.url);
const FIRST_ID = 2001;
const TYPES = { TABLE: 'Table', VIEW: 'View', FUNCTION: 'Function', PROCEDURE: 'Stored Procedure' };
const CREATE = /^CREATE (TABLE|VIEW|FUNCTION|PROCEDURE) (\w+)\.(\w+)/m;

/** Every object of the sample warehouse, ordered by schema and name. @returns {SampleObject[]} */
export function readObjects() {
  const files = readdirSync(FOLDER).filter((name) => /^\w+\.\w+\.sql$/.test(name));
  const found = files.flatMap((file) =>
    readBatches(file).map((sql) => {
      const [, kind, schema, name] = CREATE.exec(sql) ?? [];
      if (!kind || !file.startsWith(`${schema}.${kind.toLowerCase()}s.`)) {
        throw new Error(`${file}: not an object of this file: ${sql.slice(0, 60)}`);
      }
      return { schema, name, type: TYPES[kind], sql };
    }),
  );
  found.sort((a, b) => (`${a.schema}.${a.name}` < `${b.schema}.${b.name}` ? -1 : 1));
  return found.map((object, at) => ({ id: FIRST_ID + at, ...object }));
}

/** The statements of the query log, in their order. @returns {string[]} */
export function readQueryLog() {
  return readBatches('query-logs.sql').map((batch) => batch.replace(/^--.*\n/gm, '').trim());
}

function readBatches(file) {
  const text = readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('\r\n', '\n');
  return text
    .split(/^GO$/m)
    .map((batch) => batch.trim())
    .filter((batch) => batch !== '');
}
