import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import type { WorkerJob } from './protocol';

/**
 * The job with all links resolved, so that the engine, which compares real paths, may open what it names.
 * @throws AppError `unreadable-file` for a file that is not inside the upload folder, as it is or through a link
 */
export async function realPaths(job: WorkerJob): Promise<WorkerJob> {
  const uploadDir = await realpath(job.uploadDir);
  const files = job.files.map(async (file) => {
    const path = await realpath(file.path).catch(() => null);
    if (path?.startsWith(uploadDir + sep)) return { ...file, path };
    throw new AppError('unreadable-file', `${file.name} is not among the uploaded files. Upload it again.`, {
      extra: { file: file.name },
    });
  });
  return {
    ...job,
    uploadDir,
    files: await Promise.all(files),
    stageDir: await realpath(job.stageDir),
    stageFile: join(await realpath(dirname(job.stageFile)), basename(job.stageFile)),
    knownObjectsFile: job.knownObjectsFile && (await realpath(job.knownObjectsFile)),
    knownColumnsFile: job.knownColumnsFile && (await realpath(job.knownColumnsFile)),
    keptReadingsFile: job.keptReadingsFile && (await realpath(job.keptReadingsFile)),
  };
}
