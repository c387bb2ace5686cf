import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import type { Dataset } from '../dataset';

/** How many rows a dataset has as of a snapshot, from what its loads kept: exact, without a look at the rows. */
export async function keptRowsAt(db: Reader, { name }: Dataset, snapshot: number): Promise<number> {
  const kept = await db.one(
    z.object({ rows: z.int() }),
    'SELECT rows FROM dataset_loads WHERE dataset = $name AND snapshot <= $snapshot ORDER BY snapshot DESC LIMIT 1',
    { name, snapshot },
  );
  if (kept === undefined) throw new Error(`No load of ${name} is kept up to #${snapshot}.`);
  return kept.rows;
}
