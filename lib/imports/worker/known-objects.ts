import type { StageDb } from './stage-db';

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
     FROM read_csv($path, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
       allow_quoted_nulls = false, hive_partitioning = false, columns = {'native_id': 'VARCHAR', 'object': 'VARCHAR',
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
