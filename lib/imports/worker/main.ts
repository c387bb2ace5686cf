import { WorkerJob } from './protocol';
import { runJob } from './run-job';

/** Entry of the import worker: one job over the IPC channel, one last word, then the process ends. */
async function work(message: unknown): Promise<void> {
  const last = await runJob(WorkerJob.parse(message), (progress) => process.send?.(progress));
  process.send?.(last, undefined, undefined, () => process.exit(0));
}

process.once('message', (message) => void work(message));

// Without the server nobody wants the result: a worker never outlives it.
// An ordinary exit would wait for the engine's running statement.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
