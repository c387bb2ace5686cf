import 'server-only';
import { settings } from '@/lib/config/read-settings';
import { log } from '@/lib/log/log';
import { importsState } from '../records/imports-state';
import { type SpareWorker, startWorkerProcess, type WorkerProcess } from './worker-process';

/**
 * Has a worker started while the files of an import still arrive: the next job takes it, whoever's it is. There is one at most;
 * it ends when nobody takes it within `seconds` of the last call (0: none is started), or with the server.
 */
export function warmWorker(seconds = settings().WORKER_SPARE_SECONDS): void {
  if (seconds === 0) return;
  const state = importsState();
  const limit = setTimeout(() => void endSpareWorker(), seconds * 1000).unref();
  if (state.spare !== null) {
    clearTimeout(state.spare.limit);
    state.spare.limit = limit;
    return;
  }
  try {
    const spare: SpareWorker = { worker: startWorkerProcess(), limit };
    state.spare = spare;
    void spare.worker.ended.then(() => {
      if (state.spare === spare) takeSpareWorker();
    });
  } catch (error) {
    clearTimeout(limit);
    log.warn({ err: error }, 'no import worker could be started ahead of its job');
  }
}

/** The worker that waits, if there is one; nobody else gets it. It may have died unnoticed. */
export function takeSpareWorker(): WorkerProcess | null {
  const state = importsState();
  const { spare } = state;
  if (spare === null) return null;
  clearTimeout(spare.limit);
  state.spare = null;
  return spare.worker;
}

/** Ends the worker that waits, and returns when it is gone. */
export async function endSpareWorker(): Promise<void> {
  const worker = takeSpareWorker();
  worker?.child.kill('SIGKILL');
  await worker?.ended;
}
