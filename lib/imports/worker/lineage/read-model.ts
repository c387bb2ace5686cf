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
  schema_name: z.string(),
  object_name: z.string(),
  object_type: z.string(),
  columns: z.string().nullable(),
});

/** What the files and, in an incremental import, the source before it say of objects and their columns. */
export async function readCatalog(db: StageDb, database: string): Promise<Catalog> {
  const rows = await db.all(
    ObjectRow,
    `SELECT k.schema_name, k.object_name, k.object_type, c.columns
     FROM (SELECT DISTINCT object, schema_name, object_name, object_type FROM known
           WHERE object_type NOT IN ('external', 'unresolved')) AS k
     LEFT JOIN (SELECT object, to_json(list(column_name ORDER BY ordinal))::VARCHAR AS columns FROM known_columns GROUP BY object) AS c
       USING (object)
     ORDER BY ALL`,
  );
  return {
    objects: rows.map((row) => ({
      database,
      schema: row.schema_name,
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
     ORDER BY d._file, d._record`,
  );
  for await (const row of rows) {
    const object = {
      ...{ database, schema: row.schema_name, name: row.object_name, type: sqlType(row.object_type) },
      ...{ dialect, text: row.definition, origin: row.object, offset: 0 },
    };
    const place = { id: row.object, file: row._file, record: row._record };
    reading.push(pool.read(object).then((body) => ({ object, body, ...place })));
  }
  return Promise.all(reading);
}

/** What else has a definition (a rule, a default) is read as a procedure is. */
function sqlType(type: string): SqlObjectType {
  return type === 'view' || type === 'function' || type === 'trigger' ? type : 'procedure';
}
