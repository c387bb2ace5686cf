import type { StageDb } from '../stage-db';

/**
 * Looks up names, whatever their case: table `asked` (number, home, schema_name, name) becomes table `resolved` (number,
 * object, object_type) with the found ones. A name without schema is looked for in `home` first, then in `dbo`.
 */
export async function resolveNames(db: StageDb): Promise<void> {
  await db.run(
    `CREATE OR REPLACE TABLE resolved AS
     SELECT number, arg_min(object, rank) AS object, arg_min(object_type, rank) AS object_type
     FROM (
       SELECT a.number, k.object, k.object_type, (lower(k.schema_name) <> lower(coalesce(a.schema_name, a.home)))::INTEGER AS rank
       FROM asked AS a JOIN known AS k ON lower(k.object_name) = lower(a.name)
         AND lower(k.schema_name) IN (lower(coalesce(a.schema_name, a.home)), lower(coalesce(a.schema_name, 'dbo'))))
     GROUP BY number;
     DROP TABLE asked`,
  );
}
