import { WorkerJob } from './protocol';
import { runJob } from './run-job';

/** Entry of the import worker: one job over the IPC channel, whenever it comes, one last word, then the process ends. */
async function work(message: unknown): Promise<void> {
  const job = WorkerJob.parse(message);
  // It is started before anybody knows for which job.
  process.chdir(job.stageDir);
  process.env.TMPDIR = job.stageDir;
  const last = await runJob(job, (progress) => process.send?.(progress));
  process.send?.(last, undefined, undefined, () => process.exit(0));
}

process.once('message', (message) => void work(message));

// Without the server nobody wants the result: a worker never outlives it.
// An ordinary exit would wait for the engine's running statement.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
