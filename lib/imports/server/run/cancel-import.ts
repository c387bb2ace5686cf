import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import type { Import } from '../../contract';
import { endDryRun } from '../dry-run/end-dry-run';
import { forgetDryRuns } from '../dry-run/forget-dry-runs';
import { importLock } from '../lock/import-lock';
import { getRecord } from '../records/find-record';
import type { ImportRecord } from '../records/import-record';
import { type ActiveRun, importsState, notifyChange } from '../records/imports-state';
import { saveJournal } from '../records/journal';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';

/**
 * Cancels a draft, a waiting or a running import, or a dry run, and returns when it is really over; nothing of it stays but the
 * record of who cancelled it. Cancelling a cancelled one changes nothing.
 * @throws AppError not-found; conflicting-state when it ended otherwise, or was published first
 */
export async function cancelImport(idOrNumber: string, by = 'Someone'): Promise<Import> {
  await importsReady();
  const { id } = await getRecord(idOrNumber);
  const dry = importsState().dryRuns.get(id);
  if (dry !== undefined) {
    await endDryRun(dry, by);
    return presentImport(assertCancelled(dry.record));
  }
  return oneAtATime(id, async () => {
    const { run } = importsState();
    if (run?.id === id) return presentImport(assertCancelled(await cancelRun(run, by)));
    const record = await getRecord(id);
    if (record.state !== 'draft' && record.state !== 'waiting') return presentImport(assertCancelled(record));
    // Between this line and the next nothing else runs, so either it leaves the line or it is the running one now.
    const nowRunning = importsState().run;
    if (nowRunning?.id === id) return presentImport(assertCancelled(await cancelRun(nowRunning, by)));
    return presentImport(await cancelUnstarted(record, by));
  });
}

async function cancelRun(run: ActiveRun, by: string): Promise<ImportRecord> {
  run.cancelledBy ??= by;
  run.stop.abort();
  await run.over;
  return getRecord(run.id);
}

async function cancelUnstarted(record: ImportRecord, by: string): Promise<ImportRecord> {
  importLock().leave(record.id);
  const cancelled: ImportRecord = {
    ...record,
    state: 'cancelled',
    cancelledBy: by,
    finishedAt: new Date().toISOString(),
  };
  await forgetDryRuns(record.id);
  const { unstarted, counters } = importsState();
  unstarted.set(record.id, cancelled);
  counters.cancelled += 1;
  notifyChange();
  await removeUploads(record.id);
  await saveJournal(cancelled);
  return cancelled;
}

function assertCancelled(record: ImportRecord): ImportRecord {
  if (record.state === 'cancelled') return record;
  const why =
    record.state === 'succeeded'
      ? `It was published as snapshot #${record.number} before it could be cancelled.`
      : `This import has already ended: ${record.state}.`;
  throw new AppError('conflicting-state', why);
}
