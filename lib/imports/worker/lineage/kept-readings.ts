import type { StageDb } from '../stage-db';

/** Table `kept_readings` (object, fingerprint, trail): what the workspace keeps of the definitions of the source, written by the server. */
export async function createKeptReadings(db: StageDb, file: string | null): Promise<void> {
  await db.run('CREATE TABLE kept_readings (object VARCHAR, fingerprint VARCHAR, trail VARCHAR)');
  if (file === null) return;
  await db.run(
    `INSERT INTO kept_readings
     SELECT object, fingerprint, trail FROM read_csv($path, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
       max_line_size = 16777216, nullstr = '', allow_quoted_nulls = false, hive_partitioning = false,
       columns = {'object': 'VARCHAR', 'fingerprint': 'VARCHAR', 'trail': 'VARCHAR'})`,
    { path: file },
  );
}
