import { DuckDBInstance } from '@duckdb/node-api';
import { findColumns } from './find-columns.mjs';
import { findDependencies, fullName } from './find-dependencies.mjs';
import { readObjects, readQueryLog } from './read-objects.mjs';

/** The five files of a metadata extract: name, columns, and the rows made from the sample's SQL. */
export function sampleExtract() {
  const objects = readObjects();
  const columns = findColumns(objects);
  return [
    {
      file: 'objects',
      columns: 'object_id BIGINT, schema_name VARCHAR, object_name VARCHAR, object_type VARCHAR',
      rows: objects.map(({ id, schema, name, type }) => [id, schema, name, type]),
    },
    {
      file: 'definitions',
      columns: 'object_id BIGINT, definition VARCHAR',
      rows: objects.filter(({ type }) => type !== 'Table').map(({ id, sql }) => [id, `${sql}\n`]),
    },
    {
      file: 'dependencies',
      columns:
        'referencing_object_id BIGINT, referenced_object_id BIGINT, referenced_schema_name VARCHAR, referenced_entity_name VARCHAR',
      rows: findDependencies(objects).map(({ from, to }) => [from.id, to.id, to.schema, to.name]),
    },
    {
      file: 'table_columns',
      columns:
        'object_id BIGINT, schema_name VARCHAR, table_name VARCHAR, column_name VARCHAR, data_type VARCHAR, ordinal_position INTEGER, is_nullable BOOLEAN',
      rows: objects.flatMap((object) =>
        (columns.get(fullName(object)) ?? []).map(({ name, type, isNullable }, at) => [
          object.id,
          object.schema,
          object.name,
          name,
          type,
          at + 1,
          isNullable,
        ]),
      ),
    },
    { file: 'query_logs', columns: 'command_text VARCHAR', rows: readQueryLog().map((text) => [text]) },
  ];
}

/** Writes the extract as Parquet files into a folder. The same SQL always gives the same bytes. */
export async function writeExtract(folder) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    for (const { file, columns, rows } of sampleExtract()) {
      await connection.run(`CREATE TABLE ${file} (${columns})`);
      for (const row of rows) {
        const places = row.map((_, at) => `$${at + 1}`).join(', ');
        await connection.run(`INSERT INTO ${file} VALUES (${places})`, row);
      }
      await connection.run(
        `COPY ${file} TO '${folder}/${file}.parquet' (FORMAT parquet, COMPRESSION snappy)`,
      );
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
