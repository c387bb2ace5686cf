import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';

/** Whether any of these datasets, whatever their case, was loaded or rolled back after the snapshot. Reads no rows. */
export async function datasetsChangedSince(
  db: Reader,
  { names, snapshot }: { names: readonly string[]; snapshot: number },
): Promise<boolean> {
  const row = await db.one(
    z.object({ loads: z.int() }),
    `SELECT count(*) AS loads FROM dataset_loads
     WHERE lower(dataset) = ANY($names) AND snapshot > CAST($snapshot AS INTEGER)`,
    { names: names.map((name) => name.toLowerCase()), snapshot },
  );
  return (row?.loads ?? 0) > 0;
}
