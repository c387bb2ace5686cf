import type { JobSource } from '../job-source';
import { fileOfPlace, recordOfPlace } from '../places';
import type { StageDb } from '../stage-db';

/** Stages the query logs by the hash of their text; the same text again is a repeat. Leaves table `logged` (_place, hash, seen): how many records have it. */
export async function checkQueryLogs(db: StageDb, source: JobSource): Promise<void> {
  await db.run(
    `CREATE TABLE logged AS SELECT min(_place) AS _place, md5(command_text) AS hash, count(*) AS seen FROM typed_query_logs GROUP BY hash;
     INSERT INTO repeats SELECT _place FROM typed_query_logs ANTI JOIN logged USING (_place)`,
  );
  await db.run(
    `INSERT INTO stage.main.catalog_query_logs
     SELECT $source, logged.hash, q.command_text, ${fileOfPlace('q._place')}, ${recordOfPlace('q._place')}
     FROM typed_query_logs AS q JOIN logged ON logged._place = q._place`,
    { source: source.name },
  );
}
