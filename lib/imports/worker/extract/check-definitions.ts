import type { JobSource } from '../job-source';
import { fileOfPlace, recordOfPlace } from '../places';
import type { StageDb } from '../stage-db';
import { at } from './check-objects';

/**
 * Checks the definitions against the known objects and stages them. A record without text (an encrypted module) is
 * skipped with a note. Leaves table `defined` (_place, object).
 */
export async function checkDefinitions(db: StageDb, source: JobSource): Promise<void> {
  await db.run(
    `CREATE TABLE defined AS
     SELECT d._place, d.object_id, known.object, known.schema_name, known.object_name, d.definition IS NULL OR d.definition = '' AS empty
     FROM typed_definitions AS d LEFT JOIN known ON known.id = d.object_id;
     INSERT INTO reasons SELECT _place, 100, 'object_id', 'DANGLING_REFERENCE',
       'No object has the object_id ' || object_id || '; the definition belongs to nothing.'
     FROM defined WHERE object IS NULL;
     DELETE FROM defined WHERE object IS NULL;
     INSERT INTO skips SELECT _place FROM defined WHERE empty;
     INSERT INTO notes SELECT _place, 'DEFINITION_EMPTY',
       'The definition of ' || schema_name || '.' || object_name || ' is empty (encrypted?); the record is skipped.'
     FROM defined WHERE empty;
     DELETE FROM defined WHERE empty;
     CREATE TABLE first_definitions AS
     SELECT object, min(_place) AS first FROM defined GROUP BY 1 HAVING count(*) > 1;
     CREATE TABLE later_definitions AS
     SELECT d._place, d.schema_name, d.object_name, f.first, later.definition = earlier.definition AS same
     FROM defined AS d JOIN first_definitions AS f ON f.object = d.object AND f.first <> d._place
     JOIN typed_definitions AS later ON later._place = d._place
     JOIN typed_definitions AS earlier ON earlier._place = f.first;
     INSERT INTO repeats SELECT _place FROM later_definitions WHERE same;
     INSERT INTO reasons SELECT d._place, 100, 'object_id', 'DUPLICATE_DEFINITION',
       d.schema_name || '.' || d.object_name || ' already has another definition (' || ${at('e')} || ').'
     FROM later_definitions AS d JOIN (SELECT first AS _place FROM first_definitions) AS e ON e._place = d.first WHERE NOT same;
     DELETE FROM defined WHERE _place IN (SELECT _place FROM later_definitions)`,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_definitions
     SELECT $source, defined.object, d.definition, ${fileOfPlace('d._place')}, ${recordOfPlace('d._place')}
     FROM typed_definitions AS d JOIN defined ON defined._place = d._place`,
    { source: source.name },
  );
}
