import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { assertFreeSpace } from '@/lib/uploads/server/assert-free-space';
import { sealUploads, unsealUploads } from '@/lib/uploads/server/seal-uploads';
import type { Import } from '../../contract';
import { assertAllReceived } from '../drafts/assert-all-received';
import { forgetDryRuns } from '../dry-run/forget-dry-runs';
import { importLock } from '../lock/import-lock';
import { refuseIfBusy, takeLock, tryTakeLock } from '../lock/take-lock';
import { getRecord } from '../records/find-record';
import type { ImportRecord } from '../records/import-record';
import { importsState, notifyChange } from '../records/imports-state';
import { saveJournal } from '../records/journal';
import { oneAtATime } from '../records/one-at-a-time';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';
import { beginRun } from './begin-run';

/**
 * Starts a draft: takes the import lock, or joins the line with `onBusy: 'wait'`. Starting one that already waits, runs
 * or has succeeded changes nothing and returns it, so that a lost answer can be asked for again.
 * @throws AppError not-found; import-busy with `currentJob` and `waiting`; conflicting-state when bytes are missing
 * (`missing`) or the import ended otherwise; checksum-mismatch; disk-full
 */
export async function startImport(idOrNumber: string, onBusy: 'refuse' | 'wait'): Promise<Import> {
  await importsReady();
  const { id } = await getRecord(idOrNumber);
  importsState().counters.uploadAttempts += 1;
  return oneAtATime(id, async () => {
    const record = await getRecord(id);
    switch (record.state) {
      case 'draft':
        return presentImport(await startDraft(record, onBusy));
      case 'waiting':
      case 'checking':
      case 'publishing':
      case 'succeeded':
        return presentImport(record);
      default:
        throw new AppError(
          'conflicting-state',
          `This import is ${record.state} and cannot be started again. Make a new one with the same files.`,
        );
    }
  });
}

async function startDraft(draft: ImportRecord, onBusy: 'refuse' | 'wait'): Promise<ImportRecord> {
  if (onBusy === 'refuse') await refuseIfBusy();
  await sealUploads(draft.id);
  let started: ImportRecord;
  try {
    const record = await assertAllReceived(draft);
    await assertFreeSpace(record.files.reduce((sum, file) => sum + file.size, 0));
    const run = onBusy === 'wait' ? tryTakeLock(record, 'check') : await takeLock(record, 'check');
    started = run === null ? await joinLine(record) : await beginRun(run);
  } catch (error) {
    await unsealUploads(draft.id);
    throw error;
  }
  await forgetDryRuns(draft.id);
  return started;
}

/** Durable before it counts: after a restart the import takes its place again. */
async function joinLine(record: ImportRecord): Promise<ImportRecord> {
  const { unstarted } = importsState();
  const since = new Date();
  const waiting: ImportRecord = { ...record, state: 'waiting', waitingSince: since.toISOString() };
  await saveJournal(waiting);
  unstarted.set(record.id, waiting);
  importLock().join(record.id, since);
  notifyChange();
  return waiting;
}
