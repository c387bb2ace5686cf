import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { endDryRun } from '../dry-run/end-dry-run';
import { importLock } from '../lock/import-lock';
import { forgetImports, importsState } from '../records/imports-state';
import { endSpareWorker } from '../stage/spare-worker';

const PATIENCE_MS = 10_000;

/**
 * Ends dry runs, and waits until the running import is over: a publish may end within `patienceMs` (default 10 s), anything else ends as
 * interrupted at once. Waiting imports keep their journals and take their places again at the next start. Call it before
 * the workspace is closed.
 */
export async function stopImports({ patienceMs = PATIENCE_MS } = {}): Promise<void> {
  const { run, dryRuns, sweepTimer } = importsState();
  const lock = importLock();
  for (const place of lock.line()) lock.leave(place.importId);
  if (sweepTimer !== null) clearInterval(sweepTimer);
  await Promise.all([...dryRuns.values()].map((dry) => endDryRun(dry, stopped('dry run'))));
  if (run !== null) {
    if (run.record.state === 'publishing') await within(patienceMs, run.over);
    run.stop.abort(stopped('import'));
    await run.over;
  }
  await endSpareWorker();
  forgetImports();
}

function stopped(what: string): AppError {
  return new AppError(
    'interrupted',
    `The server was stopped while this ${what} ran. Nothing was written; start it again with the same files.`,
  );
}

async function within(ms: number, task: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([task, late]);
  clearTimeout(timer);
}
