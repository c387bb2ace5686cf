import 'server-only';
import { log } from '@/lib/log/log';
import type { ImportRecord } from '../records/import-record';
import { type ActiveRun, importsState, notifyChange } from '../records/imports-state';
import { removeStagingFolder, removeUploadFolder } from '../records/journal';

/** Ends a run whose outcome is stored: removes its folders and frees the lock, whatever goes wrong on the way. */
export async function endRun(run: ActiveRun, outcome: ImportRecord): Promise<void> {
  const state = importsState();
  await quietly(run, 'remove the stage', () => removeStagingFolder(run.id));
  await quietly(run, 'remove the upload', () => removeUploadFolder(run.id));
  count(outcome);
  // All at once: whoever sees the outcome finds the lock free or in other hands.
  run.record = outcome;
  if (state.run === run) state.run = null;
  run.settleOver();
  run.lease.release();
  notifyChange();
}

function count(outcome: ImportRecord): void {
  const { counters } = importsState();
  if (outcome.state === 'succeeded') counters.succeeded += 1;
  else if (outcome.state === 'cancelled') counters.cancelled += 1;
  else counters.failed += 1;
  if (outcome.state !== 'succeeded' || outcome.startedAt === null || outcome.finishedAt === null) return;
  const busyMs = Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt);
  counters.busyMs += busyMs;
  counters.retries += outcome.receipt?.retries ?? 0;
  for (const part of Object.keys(counters.records) as Array<keyof typeof counters.records>) {
    counters.records[part] += outcome.receipt?.[part] ?? 0;
  }
  counters.durationsMs.push(busyMs);
  if (counters.durationsMs.length > DURATIONS_KEPT) counters.durationsMs.shift();
}

/** Enough for stable percentiles, little enough to sort on every request. */
const DURATIONS_KEPT = 1000;

async function quietly(run: ActiveRun, what: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error({ importId: run.id, err: error }, `could not ${what}`);
  }
}
