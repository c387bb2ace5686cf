import { z } from 'zod';
import { objectId } from '@/lib/lineage/object-id';
import { objectTypeOf } from '@/lib/lineage/object-type';
import type { JobSource } from '../job-source';
import { fileOfPlace, recordOfPlace } from '../places';
import type { StageDb } from '../stage-db';

/**
 * Checks the objects against each other and stages them. Leaves table `listed` (_place, id, object, names, types): the
 * objects that stay. Of records with one id or one name the first stays; identical ones are repeats, others rejected.
 */
export async function checkObjects(db: StageDb, source: JobSource): Promise<void> {
  await db.run(
    `CREATE TABLE listed AS
     SELECT _place, object_id AS id, schema_name, object_name, trim(object_type) AS native_type, NULL::VARCHAR AS object_type,
       substr(md5(lower($database) || chr(0) || lower(schema_name) || chr(0) || lower(object_name)), 1, 16) AS object
     FROM typed_objects`,
    { database: source.database },
  );
  await exactIds(db, source);
  await nameTypes(db);
  await settle(
    db,
    'id',
    `later.schema_name = earlier.schema_name AND later.object_name = earlier.object_name
       AND later.native_type = earlier.native_type`,
    `'object_id', 'DUPLICATE_OBJECT_ID',
     'The object_id ' || later.id || ' already belongs to ' || earlier.schema_name || '.' || earlier.object_name || ' (' || ${at('earlier')} || ').'`,
  );
  await settle(
    db,
    'object',
    'false',
    `'object_name', 'DUPLICATE_OBJECT_NAME',
     'An object named ' || earlier.schema_name || '.' || earlier.object_name || ' is already there (' || ${at('earlier')} || ', object_id ' || earlier.id || ').'`,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_objects
     SELECT $source, object, id::VARCHAR, $database, schema_name, object_name, object_type, native_type,
       ${fileOfPlace('_place')}, ${recordOfPlace('_place')} FROM listed`,
    { source: source.name, database: source.database },
  );
}

/** `objects.csv, record 12`: needs the table `files`. */
export const at = (alias: string) =>
  `(SELECT name FROM files WHERE ordinal = ${fileOfPlace(`${alias}._place`)}) || ', record ' || ${recordOfPlace(`${alias}._place`)}`;

/** Keeps the first of the objects that share a key; the others are repeats when `same`, else rejected for `reason`. */
async function settle(db: StageDb, key: 'id' | 'object', same: string, reason: string): Promise<void> {
  await db.run(
    `CREATE OR REPLACE TABLE firsts AS SELECT ${key} AS k, min(_place) AS first FROM listed GROUP BY 1 HAVING count(*) > 1`,
  );
  const pairs = `FROM listed AS later JOIN firsts ON firsts.k = later.${key}
    JOIN listed AS earlier ON earlier._place = firsts.first WHERE later._place <> firsts.first`;
  await db.run(
    `INSERT INTO repeats SELECT later._place ${pairs} AND (${same});
     INSERT INTO reasons SELECT later._place, 100, ${reason} ${pairs} AND NOT (${same});
     DELETE FROM listed WHERE _place IN (SELECT later._place ${pairs})`,
  );
}

const NamedRow = z.object({ _place: z.number(), schema_name: z.string(), object_name: z.string() });

/** The engine lowers some letters of other alphabets differently, so names beyond ASCII get their ids from our own rule. */
async function exactIds(db: StageDb, source: JobSource): Promise<void> {
  const beyond = '[^\\x00-\\x7F]';
  const rows = db.stream(
    NamedRow,
    `SELECT _place, schema_name, object_name FROM listed
     WHERE ${/[^\p{ASCII}]/u.test(source.database)} OR regexp_matches(schema_name || object_name, '${beyond}')`,
  );
  const ids: Array<[number, string]> = [];
  for await (const row of rows)
    ids.push([row._place, objectId(source.database, row.schema_name, row.object_name)]);
  if (ids.length === 0) return;
  await db.run('CREATE TABLE exact_ids (_place BIGINT, object VARCHAR)');
  await db.append('exact_ids', ids);
  await db.run(
    'UPDATE listed SET object = exact_ids.object FROM exact_ids WHERE exact_ids._place = listed._place',
  );
}

const TypeRow = z.object({ native_type: z.string() });

async function nameTypes(db: StageDb): Promise<void> {
  const types = await db.all(TypeRow, 'SELECT DISTINCT native_type FROM listed');
  await db.run('CREATE TABLE types (native_type VARCHAR, object_type VARCHAR)');
  await db.append(
    'types',
    types.map(({ native_type }) => [native_type, objectTypeOf(native_type)]),
  );
  await db.run(
    'UPDATE listed SET object_type = types.object_type FROM types WHERE types.native_type = listed.native_type',
  );
}
