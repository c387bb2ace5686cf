import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { type WorkerJob, WorkerMessage } from '../../worker/protocol';
import { takeSpareWorker } from './spare-worker';
import { startWatchdog } from './watchdog';
import { WorkerFailure } from './worker-failure';
import { startWorkerProcess, type WorkerProcess } from './worker-process';

type LastWord = Exclude<WorkerMessage, { type: 'progress' }>;
type Staged = Extract<WorkerMessage, { type: 'staged' }>;
type Progress = Extract<WorkerMessage, { type: 'progress' }>;

const SILENCE_MS = 60_000;
/** How long a worker may take to end after its last word. */
const GOODBYE_MS = 10_000;

type Options = {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  silenceMs?: number;
  /** What to run in a process of its own instead of the worker. */
  entry?: string;
};

/**
 * Runs the import worker on a job, in the process that waits for one or in a new one, and returns when that process is gone: with its result, or
 * with an error. Kills it when the signal fires or it gives no sign of life for 60 s.
 * @throws WorkerFailure with what the worker found wrong; AppError worker-failed when it stopped without a word
 */
export async function runWorker(job: WorkerJob, options: Options): Promise<Staged> {
  options.signal.throwIfAborted();
  const spare = options.entry === undefined ? takeSpareWorker() : null;
  if (spare !== null) {
    const end = await workOn(job, spare, options);
    if (end.hasBegun) return resultOf(end, job);
    // It did nothing at all, so a second one finds everything as it was.
    log.warn({ importId: job.importId }, 'the import worker that waited had died; another one is started');
  }
  return resultOf(await workOn(job, startWorkerProcess(options.entry), options), job);
}

/** How a process ended. `hasBegun`: it gave a sign of life after it had its job. */
type End = { hasBegun: boolean; end: LastWord | AppError };

/** Hands a job to a process and waits for its end. @throws the reason of the signal */
async function workOn(
  job: WorkerJob,
  { child, ended, stderr }: WorkerProcess,
  options: Options,
): Promise<End> {
  const { signal, onProgress, silenceMs = SILENCE_MS } = options;
  const kill = () => child.kill('SIGKILL');
  let hasBegun = false;
  let lastWord: LastWord | undefined;
  let broken: AppError | undefined;
  const fail = (error: AppError) => {
    broken ??= error;
    kill();
  };
  let goodbye: NodeJS.Timeout | undefined;
  const watchdog = startWatchdog({
    silenceMs,
    onSilent: () =>
      fail(stopped(`It gave no sign of life for ${Math.round(silenceMs / 1000)} s and was ended.`)),
  });
  signal.addEventListener('abort', kill, { once: true });
  child.on('message', (raw) => {
    hasBegun = true;
    watchdog.sign();
    const message = WorkerMessage.safeParse(raw);
    if (!message.success) fail(stopped('It sent a message that is not understood.'));
    else if (message.data.type === 'progress') onProgress(message.data);
    else {
      lastWord = message.data;
      goodbye = setTimeout(kill, GOODBYE_MS);
    }
  });
  // One that is gone cannot take it; its end tells so.
  child.send(job, () => {});
  try {
    const exit = await ended;
    signal.throwIfAborted();
    if (exit instanceof AppError) return { hasBegun, end: exit };
    if (broken !== undefined) return { hasBegun, end: broken };
    if (lastWord !== undefined) return { hasBegun, end: lastWord };
    log.error({ importId: job.importId, exit, stderr: stderr() }, 'the import worker stopped without a word');
    return { hasBegun, end: stopped(`It ended with ${exit} before it was done.`) };
  } finally {
    clearTimeout(goodbye);
    watchdog.stop();
    signal.removeEventListener('abort', kill);
  }
}

function resultOf({ end }: End, job: WorkerJob): Staged {
  if (end instanceof AppError) throw end;
  if (end.type === 'staged') return end;
  const error = new AppError(end.code, end.detail, { extra: end.extra });
  throw new WorkerFailure(error, end.files, job.stageFile);
}

function stopped(how: string): AppError {
  return new AppError(
    'worker-failed',
    `The import worker stopped. ${how} Nothing was written; the import can be tried again.`,
  );
}
