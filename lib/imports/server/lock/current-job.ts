import 'server-only';
import type { CurrentJob, LockStatus, Progress } from '../../contract';
import { isPaused } from '../../pause';
import { importsState } from '../records/imports-state';
import { importLock } from './import-lock';

/** Who holds the lock, as everybody may see it; null when it is free. Waits until the holder has its number. */
export async function currentJob(): Promise<CurrentJob | null> {
  const { run } = importsState();
  // A run that lost its lease is still winding up, but holds nothing any more.
  if (run === null || importLock().holder()?.epoch !== run.lease.epoch) return null;
  await run.numbered;
  const { number } = run.record;
  // It has ended meanwhile, or never got its number: whoever holds the lock now is the answer.
  if (importsState().run !== run || number === null) return run.over.then(currentJob);
  const progress = run.meter.read();
  const pausedUntil = isPaused(run.record) ? (run.record.pause?.until ?? null) : null;
  return {
    id: run.id,
    number,
    owner: run.record.owner,
    files: run.record.files.map((file) => file.name),
    file: fileOf(progress),
    phase: progress.phase,
    percent: progress.percent,
    startedAt: run.lease.takenAt.toISOString(),
    lastSignAt: run.lease.lastSignAt.toISOString(),
    etaSeconds: pausedUntil === null ? progress.etaSeconds : null,
    waiting: importLock().line().length,
    pausedUntil,
  };
}

/** The first file that is not read to its end while the check runs. */
function fileOf({ phase, files }: Progress): number | null {
  const at = phase === 'check' ? files.findIndex((file) => file.percent < 100) : -1;
  return at === -1 ? null : at + 1;
}

/** The line, first to start first. */
export function waitingLine(): LockStatus['waiting'] {
  const { unstarted } = importsState();
  return importLock()
    .line()
    .flatMap((place, index) => {
      const record = unstarted.get(place.importId);
      if (record === undefined) return [];
      return [{ id: record.id, owner: record.owner, position: index + 1, since: place.since.toISOString() }];
    });
}
