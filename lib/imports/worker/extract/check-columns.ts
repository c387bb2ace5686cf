import type { JobSource } from '../job-source';
import { fileOfPlace, recordOfPlace } from '../places';
import type { StageDb } from '../stage-db';

/** Checks the columns against the known objects and stages them; one column name of an object may occur once. */
export async function checkColumns(db: StageDb, source: JobSource): Promise<void> {
  await db.run(
    `CREATE TABLE placed AS
     SELECT c._place, c.object_id, known.object, c.column_name, c.ordinal_position, c.data_type, c.is_nullable
     FROM typed_table_columns AS c LEFT JOIN known ON known.id = c.object_id;
     INSERT INTO reasons SELECT _place, 100, 'object_id', 'DANGLING_REFERENCE',
       'No object has the object_id ' || object_id || '; the column ' || column_name || ' belongs to nothing.'
     FROM placed WHERE object IS NULL;
     DELETE FROM placed WHERE object IS NULL;
     INSERT INTO reasons SELECT _place, 99, 'ordinal_position', 'TYPE_MISMATCH',
       'ordinal_position: expected 0 to 2147483647, found ' || ordinal_position || '.'
     FROM placed WHERE ordinal_position NOT BETWEEN 0 AND 2147483647;
     DELETE FROM placed WHERE ordinal_position NOT BETWEEN 0 AND 2147483647;
     CREATE TABLE first_columns AS
     SELECT object, column_name, min(_place) AS first FROM placed GROUP BY ALL HAVING count(*) > 1;
     CREATE TABLE later_columns AS
     SELECT later._place, later.column_name, earlier._place AS first,
       later.ordinal_position = earlier.ordinal_position AND later.data_type = earlier.data_type
         AND later.is_nullable IS NOT DISTINCT FROM earlier.is_nullable AS same
     FROM placed AS later JOIN first_columns AS f USING (object, column_name)
     JOIN placed AS earlier ON earlier._place = f.first WHERE later._place <> f.first;
     INSERT INTO repeats SELECT _place FROM later_columns WHERE same;
     INSERT INTO reasons SELECT _place, 100, 'column_name', 'DUPLICATE_COLUMN',
       'The object already has another column ' || column_name || ' (record ' || ${recordOfPlace('first')} || ').'
     FROM later_columns WHERE NOT same;
     DELETE FROM placed WHERE _place IN (SELECT _place FROM later_columns)`,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_columns
     SELECT $source, object, column_name, ordinal_position::INTEGER, data_type, is_nullable,
       ${fileOfPlace('_place')}, ${recordOfPlace('_place')} FROM placed`,
    { source: source.name },
  );
}
