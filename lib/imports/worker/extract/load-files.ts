import { checkCells } from '../check-cells';
import type { Stage } from '../open-stage';
import type { JobProgress } from '../progress';
import type { WorkerJob } from '../protocol';
import type { LoadedFile, RecognisedFile } from '../raw-file';
import { runLanes } from '../run-lanes';
import { countBad } from './count-bad';
import { loadCsv } from './load-csv';
import { loadParquet } from './load-parquet';

/**
 * Brings the records of all files into the worker's memory and checks their cells, up to `concurrency` files side by side.
 * @throws AppError of the failed file
 */
export async function loadFiles(
  stage: Stage,
  job: WorkerJob,
  files: readonly RecognisedFile[],
  progress: JobProgress,
): Promise<LoadedFile[]> {
  const queue = files.map((it) => ({ it, fileProgress: progress.file(it.file.ordinal, it.file.size) }));
  return runLanes(stage, queue, job.concurrency, async (db, { it, fileProgress }, signal) => {
    const file =
      it.format === 'csv'
        ? await loadCsv(db, it, job.stageDir, fileProgress, signal)
        : await loadParquet(db, it, fileProgress);
    await checkCells(db, file);
    progress.bad(await countBad(db));
    return file;
  });
}
