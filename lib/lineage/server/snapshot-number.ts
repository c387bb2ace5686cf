import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { Reader } from '@/lib/workspace/server/reader';

/** The number of the newest snapshot; 0 while nothing is imported. */
export async function newestSnapshot(db: Reader): Promise<number> {
  const row = await db.one(
    z.object({ newest: z.int() }),
    "SELECT coalesce(max(number), 0) AS newest FROM imports WHERE state = 'succeeded'",
  );
  return row?.newest ?? 0;
}

/** @throws AppError stale-snapshot when the number is not that of a succeeded import; says what it is instead */
export async function assertSnapshot(db: Reader, snapshot: number): Promise<void> {
  const row = await db.one(
    z.object({ state: z.string() }),
    'SELECT state FROM imports WHERE number = $snapshot',
    {
      snapshot,
    },
  );
  if (row?.state === 'succeeded') return;
  const newest = await newestSnapshot(db);
  const why =
    row === undefined ? 'There is no import with this number' : `Import #${snapshot} is ${row.state}`;
  const instead = newest === 0 ? 'nothing is imported yet' : `the newest snapshot is #${newest}`;
  throw new AppError('stale-snapshot', `Snapshot #${snapshot} is not available. ${why}; ${instead}.`, {
    extra: { snapshot, newest },
  });
}
