import 'server-only';
import { write } from '@/lib/workspace/server/write';
import { insertImport, nextNumber } from '../publish/import-rows';
import type { ActiveRun } from '../records/imports-state';
import { importsState } from '../records/imports-state';
import { interruptAbandoned } from '../recover/interrupt-abandoned';

/**
 * Gives a run its number and stores it, so that it survives as `interrupted` when the server dies. Imports that are
 * stored as running although another one holds the lock are named interrupted on the way.
 * @throws AppError disk-full, unavailable; conflicting-state when the lease was lost
 */
export async function numberRun(run: ActiveRun): Promise<void> {
  try {
    const record = await write(run.lease, async (db) => {
      await interruptAbandoned(db);
      const numbered = { ...run.record, number: await nextNumber(db) };
      await insertImport(db, numbered);
      return numbered;
    });
    run.record = { ...run.record, number: record.number };
    importsState().unstarted.delete(run.id);
  } finally {
    run.settleNumbered();
  }
}
