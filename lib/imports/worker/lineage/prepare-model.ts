import type { WorkerJob } from '../protocol';
import type { StageDb } from '../stage-db';
import { createKeptReadings } from './kept-readings';
import { createCatalog } from './read-model';

/** Tables `kept_readings` and `catalog_known`: what reading definitions and query logs begins with. Tables `known` and `known_columns` must be there. */
export async function prepareModel(
  db: StageDb,
  { source, keptReadingsFile }: Pick<WorkerJob, 'source' | 'keptReadingsFile'>,
): Promise<void> {
  await createKeptReadings(db, keptReadingsFile);
  await createCatalog(db, source.database);
}
