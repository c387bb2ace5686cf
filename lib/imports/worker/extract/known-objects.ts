import type { StageDb } from '../stage-db';

/**
 * Table `known` (id, object, schema_name, object_name, object_type): what references may point to. In an incremental import
 * the files' own objects come first: an id that they use is theirs, and an object they have is typed as they say; the
 * source's other current objects stay.
 */
export async function createKnownObjects(db: StageDb, knownObjectsFile: string | null): Promise<void> {
  await db.run(
    `CREATE TABLE IF NOT EXISTS listed (_place BIGINT, id BIGINT, schema_name VARCHAR, object_name VARCHAR,
       native_type VARCHAR, object_type VARCHAR, object VARCHAR);
     CREATE TABLE known AS SELECT id, object, schema_name, object_name, object_type FROM listed`,
  );
  if (knownObjectsFile === null) return;
  await db.run(
    `CREATE TABLE before AS SELECT TRY_CAST(native_id AS BIGINT) AS id, object, schema_name, object_name, object_type
     FROM read_csv($path, ${PINNED}, columns = {'native_id': 'VARCHAR', 'object': 'VARCHAR',
       'schema_name': 'VARCHAR', 'object_name': 'VARCHAR', 'object_type': 'VARCHAR'})`,
    { path: knownObjectsFile },
  );
  await db.run(
    `INSERT INTO known
     SELECT CASE WHEN b.id IN (SELECT id FROM listed) THEN NULL ELSE b.id END, b.object, b.schema_name, b.object_name,
       coalesce(l.object_type, b.object_type)
     FROM before AS b LEFT JOIN listed AS l ON l.object = b.object`,
  );
}

/**
 * Table `known_columns` (object, column_name, ordinal): those of the files, and in an incremental import the source's current
 * ones of all other objects.
 */
export async function createKnownColumns(db: StageDb, knownColumnsFile: string | null): Promise<void> {
  await db.run(
    `CREATE TABLE known_columns AS SELECT object, column_name, ordinal FROM stage.main.catalog_columns`,
  );
  if (knownColumnsFile === null) return;
  await db.run(
    `INSERT INTO known_columns
     SELECT object, column_name, ordinal FROM read_csv($path, ${PINNED},
       columns = {'object': 'VARCHAR', 'column_name': 'VARCHAR', 'ordinal': 'INTEGER'}) AS before
     WHERE object NOT IN (SELECT object FROM stage.main.catalog_columns)`,
    { path: knownColumnsFile },
  );
}

/** How the server writes such files: every value quoted, an empty one without quotes is null. */
const PINNED = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
  allow_quoted_nulls = false, hive_partitioning = false`;
