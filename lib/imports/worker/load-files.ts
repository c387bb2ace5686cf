import { checkCells } from './check-cells';
import { loadCsv } from './load-csv';
import { loadParquet } from './load-parquet';
import type { Stage } from './open-stage';
import type { JobProgress } from './progress';
import type { WorkerJob } from './protocol';
import type { LoadedFile, RecognisedFile } from './raw-file';

/** The engine has two threads; more files at a time only take memory. */
const LANES_MAX = 4;

/**
 * Brings the records of all files into the worker's memory and checks their cells, up to `concurrency` files side by side,
 * each on its own connection. The first failure stops the others.
 * @throws AppError of the failed file
 */
export async function loadFiles(
  stage: Stage,
  job: WorkerJob,
  files: readonly RecognisedFile[],
  progress: JobProgress,
): Promise<LoadedFile[]> {
  const stop = new AbortController();
  const loaded: LoadedFile[] = [];
  const failures: unknown[] = [];
  const queue = files.map((it, index) => ({
    it,
    index,
    progress: progress.file(it.file.ordinal, it.file.size),
  }));
  const lane = async () => {
    for (let next = queue.shift(); next && !stop.signal.aborted; next = queue.shift()) {
      const { it, index, progress } = next;
      const db = await stage.connect();
      const interrupt = () => db.interrupt();
      stop.signal.addEventListener('abort', interrupt);
      try {
        const file =
          it.format === 'csv'
            ? await loadCsv(db, it, job.stageDir, progress, stop.signal)
            : await loadParquet(db, it, progress);
        await checkCells(db, file);
        loaded[index] = file;
      } catch (error) {
        failures.push(error);
        stop.abort();
      } finally {
        stop.signal.removeEventListener('abort', interrupt);
        db.close();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(job.concurrency, LANES_MAX, files.length) }, lane));
  // The first one is the cause; the others were stopped because of it.
  if (failures.length > 0) throw failures[0];
  return loaded;
}
