import 'server-only';
import type { ImportRecord } from '../records/import-record';
import { type ActiveRun, importsState, notifyChange } from '../records/imports-state';
import { tellPublished } from './on-published';
import { rememberPublishTime } from './publish-time';

const BEAT_MS = 1000;

/** Does the work of a publish and tells everybody of the new snapshot before it counts as over. */
export async function publishPhase(
  run: ActiveRun,
  totalRows: number,
  work: () => Promise<ImportRecord>,
): Promise<ImportRecord> {
  const started = performance.now();
  run.meter.enter('publish', { totalRows });
  run.record = { ...run.record, state: 'publishing', phase: 'publish' };
  notifyChange();
  // Engine and listeners may work for long without a word: while this process beats, the publish is alive.
  const beat = setInterval(() => run.lease.heartbeat(), BEAT_MS);
  try {
    const succeeded = await work();
    if (succeeded.number !== null && !succeeded.dryRun) {
      await tellPublished(succeeded.number);
      importsState().snapshot = succeeded.number;
    }
    run.meter.enter('done');
    rememberPublishTime(performance.now() - started, totalRows);
    return succeeded;
  } finally {
    clearInterval(beat);
  }
}
