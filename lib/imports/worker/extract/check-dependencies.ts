import type { JobSource } from '../job-source';
import { fileOfPlace, recordOfPlace } from '../places';
import type { StageDb } from '../stage-db';
import { resolveNames } from './resolve-names';

/**
 * Resolves both ends of each declared dependency (by id; the referenced one by name when it has no id) and stages the
 * edges. Records that declare an edge again are repeats. A dependency does not tell reads from writes, so what a
 * procedure or trigger references stays `references`.
 */
export async function checkDependencies(db: StageDb, source: JobSource): Promise<void> {
  await db.run(
    `CREATE TABLE ends AS
     SELECT d._place, d.referencing_object_id, d.referenced_object_id, d.referenced_schema_name, d.referenced_entity_name,
       f.object AS referencing, f.object_type AS referencing_type, f.schema_name AS home,
       r.object AS referenced, r.object_type AS referenced_type
     FROM typed_dependencies AS d
     LEFT JOIN known AS f ON f.id = d.referencing_object_id
     LEFT JOIN known AS r ON r.id = d.referenced_object_id;
     CREATE TABLE asked AS
     SELECT _place AS number, home, referenced_schema_name AS schema_name, referenced_entity_name AS name
     FROM ends WHERE referenced_object_id IS NULL`,
  );
  await resolveNames(db);
  await db.run(
    `UPDATE ends SET referenced = resolved.object, referenced_type = resolved.object_type
     FROM resolved WHERE resolved.number = ends._place;
     INSERT INTO reasons
     SELECT _place, 100, 'referencing_object_id', 'DANGLING_REFERENCE', 'No object has the referencing_object_id ' || referencing_object_id || '.'
     FROM ends WHERE referencing IS NULL;
     INSERT INTO reasons
     SELECT _place, 101, 'referenced_object_id', 'DANGLING_REFERENCE', 'No object has the referenced_object_id ' || referenced_object_id
       || coalesce(' (' || referenced_entity_name || ')', '') || '.'
     FROM ends WHERE referenced IS NULL AND referenced_object_id IS NOT NULL;
     INSERT INTO reasons
     SELECT _place, 101, 'referenced_entity_name', 'DANGLING_REFERENCE',
       'No object is named ' || coalesce(referenced_schema_name || '.', '') || referenced_entity_name || '.'
     FROM ends WHERE referenced IS NULL AND referenced_object_id IS NULL AND referenced_entity_name <> '';
     INSERT INTO reasons
     SELECT _place, 101, 'referenced_object_id', 'KEY_NULL', 'Neither referenced_object_id nor referenced_entity_name has a value.'
     FROM ends WHERE referenced IS NULL AND referenced_object_id IS NULL AND coalesce(referenced_entity_name, '') = '';
     CREATE TABLE declared AS
     SELECT _place, referencing AS object, referenced AS from_object, referencing AS to_object,
       CASE WHEN referenced_type IN ('procedure', 'function') THEN 'calls'
         WHEN referencing_type IN ('view', 'function') THEN 'reads' ELSE 'references' END AS kind
     FROM ends WHERE referencing IS NOT NULL AND referenced IS NOT NULL;
     DROP TABLE ends;
     CREATE TABLE first_declared AS
     SELECT from_object, to_object, kind, min(_place) AS first FROM declared GROUP BY ALL HAVING count(*) > 1;
     INSERT INTO repeats
     SELECT _place FROM declared JOIN first_declared USING (from_object, to_object, kind) WHERE _place <> first;
     DELETE FROM declared WHERE _place IN (SELECT _place FROM repeats)`,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_evidence
     SELECT $source, object, from_object, to_object, kind, 'declared', NULL, NULL, NULL, NULL, 1.0, NULL, NULL, NULL,
       ${fileOfPlace('_place')}, ${recordOfPlace('_place')} FROM declared`,
    { source: source.name },
  );
}
