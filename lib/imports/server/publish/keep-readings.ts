import 'server-only';
import type { Writer } from '@/lib/workspace/server/reader';

/**
 * Keeps what the attached stage says of the definitions and logged texts of a source for its next import, beside what it said before of those that were not
 * read again. It is no part of a snapshot: it must only ever speak of the rows that are current.
 */
export async function keepReadings(db: Writer, source: string, mode: 'replace' | 'merge'): Promise<void> {
  // An empty name: the print of all together, which holds for one import only.
  const came =
    mode === 'replace'
      ? 'true'
      : `(object = '' OR object IN (
           SELECT object FROM stage.main.catalog_definitions UNION ALL SELECT object FROM stage.main.stage_readings))`;
  await db.run(
    `DELETE FROM lineage_readings
     WHERE source = $source AND ${came} AND object NOT IN (SELECT object FROM stage.main.stage_reused)`,
    { source },
  );
  await db.run(
    'INSERT INTO lineage_readings SELECT $source, object, fingerprint, trail FROM stage.main.stage_readings',
    { source },
  );
}

/** Forgets all of it: the rows of definitions were put back one by one, so nobody knows which reading they are of. */
export async function forgetReadings(db: Writer): Promise<void> {
  await db.run('DELETE FROM lineage_readings');
}
