import 'server-only';
import { settings } from '@/lib/config/read-settings';
import type { Import } from '../../contract';
import { type ImportRecord, isOver } from '../records/import-record';
import { importsState } from '../records/imports-state';
import { waitForImport } from './wait-for-import';

/** Records are seldom longer, so more bytes mean more records than the threshold. */
const RECORD_BYTES_MAX = 4096;
const WAIT_MAX_SECONDS = 20;
const LOOK_EVERY_MS = 25;

/**
 * Waits for an import as long as it may still turn out to have at most SYNC_ROW_THRESHOLD records, 20 s at most. Returns
 * its record then, over or not; null when it is too large to wait for, waits in line or the threshold is 0.
 */
export async function waitWhileSmall(started: Import, signal: AbortSignal): Promise<ImportRecord | null> {
  const threshold = settings().SYNC_ROW_THRESHOLD;
  const bytes = started.files.reduce((sum, file) => sum + file.size, 0);
  const isRunning = started.state === 'checking' || started.state === 'publishing';
  if (threshold === 0 || !isRunning || bytes > threshold * RECORD_BYTES_MAX) return null;
  const stop = new AbortController();
  const look = setInterval(() => {
    const { run } = importsState();
    if (run?.id !== started.id) return;
    const { rows, totalRows } = run.meter.read();
    if (Math.max(rows, totalRows ?? 0) > threshold) stop.abort();
  }, LOOK_EVERY_MS);
  try {
    const record = await waitForImport(started.id, WAIT_MAX_SECONDS, AbortSignal.any([signal, stop.signal]));
    return isOver(record) || !stop.signal.aborted ? record : null;
  } finally {
    clearInterval(look);
  }
}
