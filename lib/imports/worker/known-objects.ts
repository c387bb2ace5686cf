import type { StageDb } from './stage-db';

/**
 * Table `known` (id, object, schema_name, object_name, object_type): what references may point to. The files' own objects
 * come first; in an incremental import, the source's current objects whose id and name the files do not have anew follow.
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
    `INSERT INTO known SELECT * FROM before WHERE id IS NULL OR id NOT IN (SELECT id FROM listed)`,
  );
}
