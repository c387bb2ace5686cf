import { z } from 'zod';
import type { SqlDialect } from '@/lib/lineage/sql/dialect';
import type { Definition } from '@/lib/lineage/sql/model/definition';
import type { Catalog } from '@/lib/lineage/sql/resolve/catalog';
import type { SqlObjectType } from '@/lib/lineage/sql/sql-object';
import type { DefinitionPool } from '@/lib/lineage/sql/threads/definition-pool';
import type { StageDb } from '../stage-db';

/** A definition with its object and its place in the files. */
export type PlacedDefinition = Definition & {
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

/** What the files and, in an incremental import, the source before it say of objects and their columns. */
export async function readCatalog(db: StageDb, database: string): Promise<Catalog> {
  const rows = await db.all(
    ObjectRow,
    `SELECT coalesce(o.database_name, $database) AS database_name, k.schema_name, k.object_name, k.object_type, c.columns
     FROM (SELECT DISTINCT object, schema_name, object_name, object_type FROM known
           WHERE object_type NOT IN ('external', 'unresolved', 'script')) AS k
     LEFT JOIN stage.main.catalog_objects AS o USING (object)
     LEFT JOIN (SELECT object, to_json(list(column_name ORDER BY ordinal))::VARCHAR AS columns FROM known_columns GROUP BY object) AS c
       USING (object)
     ORDER BY ALL`,
    { database },
  );
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
  schema_name: z.string(),
  object_name: z.string(),
  object_type: z.string(),
  definition: z.string(),
  _file: z.number(),
  _record: z.number(),
});

/** The staged definitions, read in the threads of the pool. */
export async function readDefinitions(
  db: StageDb,
  { database, dialect }: { database: string; dialect: SqlDialect },
  pool: DefinitionPool,
): Promise<PlacedDefinition[]> {
  const reading: Promise<PlacedDefinition>[] = [];
  const rows = db.stream(
    DefinitionRow,
    `SELECT d.object, k.schema_name, k.object_name, k.object_type, d.definition, d._file, d._record
     FROM stage.main.catalog_definitions AS d
     JOIN (SELECT DISTINCT object, schema_name, object_name, object_type FROM known) AS k USING (object)
     WHERE k.object_type <> 'table'
     ORDER BY d._file, d._record`,
  );
  for await (const row of rows) {
    const object = {
      ...{ database, schema: schemaOf(row), name: row.object_name, type: sqlType(row.object_type) },
      ...{ dialect, text: row.definition, origin: row.object, offset: 0 },
    };
    const place = { id: row.object, file: row._file, record: row._record };
    reading.push(pool.read(object).then((body) => ({ object, body, ...place })));
  }
  return Promise.all(reading);
}

/** Statements outside of any definition stand in no schema. */
function schemaOf({ schema_name, object_type }: z.infer<typeof DefinitionRow>): string | null {
  return object_type === 'script' || schema_name === '' ? null : schema_name;
}

/** What else has a definition (a rule, a default) is read as a procedure is. */
function sqlType(type: string): SqlObjectType {
  return ['view', 'function', 'trigger', 'script'].includes(type) ? (type as SqlObjectType) : 'procedure';
}
