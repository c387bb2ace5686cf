import 'server-only';
import { removeUploads } from '@/lib/uploads/server/remove-uploads';
import type { Import } from '../../contract';
import { importsState, notifyChange } from '../records/imports-state';
import { presentImport } from '../records/present-import';
import { failedOutcome } from '../run/record-outcome';
import { warmWorker } from '../stage/spare-worker';
import { receiveFiles } from '../start/receive-files';
import { asDryRun, type DryRun, newUploadedDryRun } from './dry-run';
import { forgetOldDryRuns } from './forget-dry-runs';
import { startDryRuns } from './run-dry';

/** A dry run that files arrive for; everybody who knows its id can ask for it, or cancel it, from now on. */
export function beginDryRun(id: string): DryRun {
  const dry = newUploadedDryRun(id);
  importsState().dryRuns.set(id, dry);
  warmWorker();
  notifyChange();
  return dry;
}

/**
 * Receives the files of a one-call request and counts what their import would do, beside imports and other dry runs: it has neither
 * lock nor number, and writes nothing. Returns while it counts.
 * @throws AppError what `receiveFiles` throws; nothing is kept of the files then
 */
export async function receiveDryRun(
  dry: DryRun,
  request: Request,
  { idleMs }: { idleMs?: number | undefined },
): Promise<Import> {
  const onBytes = () => {
    dry.askedAt = Date.now();
  };
  try {
    await receiveFiles(dry, request, { idleMs, onBytes });
    dry.stop.signal.throwIfAborted();
  } catch (error) {
    dry.record = failedOutcome(dry, error);
    await removeUploads(dry.id);
    dry.settleOver();
    notifyChange();
    await forgetOldDryRuns();
    if (dry.record.state === 'cancelled') return presentImport(dry.record);
    throw error;
  }
  dry.record = asDryRun(dry.record);
  dry.isReceived = true;
  dry.meter.enter('check', { totalBytes: dry.record.files.reduce((sum, file) => sum + file.size, 0) });
  startDryRuns();
  return presentImport(dry.record);
}
