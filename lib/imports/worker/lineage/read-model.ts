import { z } from 'zod';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import type { Catalog } from '@/lib/lineage/sql/resolve/catalog';
import type { SqlObject, SqlObjectType } from '@/lib/lineage/sql/sql-object';
import type { StageDb } from '../stage-db';
import { type StoredReading, unpackReading } from './stored-reading';

/** A definition with its object and its place in the files. */
export type PlacedDefinition = {
  readonly object: SqlObject;
  readonly id: string;
  readonly file: number;
  readonly record: number;
};

const ObjectRow = z.object({
  database_name: z.string(),
  schema_name: z.string(),
  object_name: z.string(),
  object_type: z.string(),
  columns: z.string().nullable(),
});

/**
 * Table `catalog_known`: what the files and, in an incremental import, the source before it say of objects and their columns (a JSON list, null
 * when they are not known).
 */
export async function createCatalog(db: StageDb, database: string): Promise<void> {
  await db.run(
    `CREATE TABLE catalog_known AS
     SELECT coalesce(o.database_name, $database) AS database_name, k.schema_name, k.object_name, k.object_type, c.columns
     FROM (SELECT DISTINCT object, schema_name, object_name, object_type FROM known
           WHERE object_type NOT IN ('external', 'unresolved', 'script')) AS k
     LEFT JOIN stage.main.catalog_objects AS o USING (object)
     LEFT JOIN (SELECT object, to_json(list(column_name ORDER BY ordinal))::VARCHAR AS columns FROM known_columns GROUP BY object) AS c
       USING (object)`,
    { database },
  );
}

/** The table `catalog_known` as the engine wants it. */
export async function readCatalog(db: StageDb): Promise<Catalog> {
  const rows = await db.all(ObjectRow, 'FROM catalog_known ORDER BY ALL');
  return {
    objects: rows.map((row) => ({
      database: row.database_name,
      schema: row.schema_name === '' ? null : row.schema_name,
      name: row.object_name,
      type: row.object_type,
      columns: row.columns === null ? null : z.array(z.string()).parse(JSON.parse(row.columns)),
    })),
  };
}

const DefinitionRow = z.object({
  object: z.string(),
  database_name: z.string(),
  schema_name: z.string(),
  object_name: z.string(),
  object_type: z.string(),
  fingerprint: z.string(),
  trail: z.string().nullable(),
  _file: z.number(),
  _record: z.number(),
});

/** A staged definition without its text. `known`: what was kept of this very definition. */
export type ListedDefinition = PlacedDefinition & {
  readonly fingerprint: string;
  readonly known: StoredReading | null;
};

/**
 * Table `readable`: the staged definitions without their texts, each with a fingerprint of all that it is read from; view `to_read` (object,
 * definition): the texts of those that nothing is known of. Table `kept_readings` (object, fingerprint, trail) must be there.
 */
export async function createReadable(
  db: StageDb,
  { database, dialect }: { database: string; dialect: SqlDialect },
  version: string,
): Promise<void> {
  await db.run(
    `CREATE TABLE readable AS
     SELECT d.object, coalesce(o.database_name, $database) AS database_name, k.schema_name, k.object_name, k.object_type, d._file, d._record,
       $version || ':' || md5(concat_ws(chr(0), $dialect, $database, o.database_name, k.schema_name, k.object_name, k.object_type, d.definition))
         AS fingerprint
     FROM stage.main.catalog_definitions AS d
     JOIN (SELECT DISTINCT object, schema_name, object_name, object_type FROM known) AS k USING (object)
     LEFT JOIN stage.main.catalog_objects AS o USING (object)
     WHERE k.object_type <> 'table'`,
    { database, dialect, version },
  );
  await db.run(
    `CREATE VIEW to_read AS SELECT object, definition FROM stage.main.catalog_definitions
     SEMI JOIN (SELECT object FROM readable ANTI JOIN kept_readings USING (object, fingerprint)) USING (object)`,
  );
}

/** The table `readable` in the order of the records. */
export async function listDefinitions(db: StageDb, dialect: SqlDialect): Promise<ListedDefinition[]> {
  const listed: ListedDefinition[] = [];
  const rows = db.stream(
    DefinitionRow,
    `SELECT r.*, s.trail FROM readable AS r LEFT JOIN kept_readings AS s USING (object, fingerprint) ORDER BY r._file, r._record, r.object`,
  );
  for await (const row of rows) {
    listed.push({
      object: {
        ...{ database: row.database_name, schema: schemaOf(row), name: row.object_name },
        ...{ type: sqlType(row.object_type), dialect, text: '', origin: row.object, offset: 0 },
      },
      ...{ id: row.object, file: row._file, record: row._record, fingerprint: row.fingerprint },
      known: row.trail === null ? null : unpackReading(row.trail),
    });
  }
  return listed;
}

/** Statements outside of any definition stand in no schema. */
function schemaOf({ schema_name, object_type }: { schema_name: string; object_type: string }): string | null {
  return object_type === 'script' || schema_name === '' ? null : schema_name;
}

/** What else has a definition (a rule, a default) is read as a procedure is. */
export function sqlType(type: string): SqlObjectType {
  return ['view', 'function', 'trigger', 'script'].includes(type) ? (type as SqlObjectType) : 'procedure';
}
