import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput } from '@/lib/http/endpoint';
import { assertFreeSpace } from '@/lib/uploads/server/assert-free-space';
import { sealUploads, unsealUploads } from '@/lib/uploads/server/seal-uploads';
import type { startImport as contract, Import } from '../../contract';
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
import { jobRows } from '../stage/job-rows';
import { refuseNarrower } from '../stage/refuse-narrower';
import { refuseWrongLimits } from '../stage/refuse-wrong-limits';
import { beginRun } from './begin-run';

type Start = EndpointInput<typeof contract>['body'];

/**
 * Starts a draft: takes the import lock, or joins the line with `onBusy: 'wait'`. Starting one that already waits, runs
 * or has succeeded changes nothing and returns it, so that a lost answer can be asked for again.
 * @throws AppError not-found; import-busy with `currentJob` and `waiting`; conflicting-state when bytes are missing
 * (`missing`), the expected dry run is not the last one, a type is not that of its dataset, or the import ended otherwise; invalid-request for
 * a check that compares with no value of its column's type; checksum-mismatch; disk-full
 */
export async function startImport(idOrNumber: string, { onBusy, expectedDryRun }: Start): Promise<Import> {
  await importsReady();
  const { id } = await getRecord(idOrNumber);
  importsState().counters.uploadAttempts += 1;
  return oneAtATime(id, async () => {
    const record = await getRecord(id);
    switch (record.state) {
      case 'draft':
        return presentImport(await startDraft(asExpected(record, expectedDryRun), onBusy));
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

/**
 * The draft with the counts that its start expects: those of the dry run that was seen, or none.
 * @throws AppError conflicting-state when nobody knows that dry run any more
 */
function asExpected(draft: ImportRecord, seen: string | undefined): ImportRecord {
  if (seen === undefined) return { ...draft, counted: null };
  if (draft.counted?.dryRun === seen) return draft;
  const dry = importsState().dryRuns.get(seen);
  // It ended without counts, so nobody saw any.
  if (dry?.draftId === draft.id && dry.record.receipt === null) return { ...draft, counted: null };
  throw new AppError(
    'conflicting-state',
    `${seen} is not the last dry run of this draft. Run it again, or start without expectedDryRun.`,
  );
}

async function startDraft(draft: ImportRecord, onBusy: 'refuse' | 'wait'): Promise<ImportRecord> {
  if (onBusy === 'refuse') await refuseIfBusy();
  await sealUploads(draft.id);
  let started: ImportRecord;
  try {
    const record = await assertAllReceived(draft);
    const rows = await jobRows(record);
    refuseNarrower(record, rows);
    refuseWrongLimits(rows);
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
