import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { type WorkerJob, WorkerMessage } from '../../worker/protocol';
import { startWatchdog } from './watchdog';
import { WorkerFailure } from './worker-failure';

type LastWord = Exclude<WorkerMessage, { type: 'progress' }>;
type Staged = Extract<WorkerMessage, { type: 'staged' }>;
type Progress = Extract<WorkerMessage, { type: 'progress' }>;

const SILENCE_MS = 60_000;
/** How long a worker may take to end after its last word. */
const GOODBYE_MS = 10_000;
/** A cap, not a need: neither rows nor what was read of definitions stay in the heap. */
const HEAP_MIB = 1024;
const STDERR_KEPT = 4000;

type Options = {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  silenceMs?: number;
  /** The bundle that scripts/bundle-worker.mjs makes. */
  entry?: string;
};

/**
 * Runs the import worker on a job and returns when its process is gone: with its result, or with an error. Kills it when
 * the signal fires or it gives no sign of life for 60 s.
 * @throws WorkerFailure with what the worker found wrong; AppError worker-failed when it stopped without a word
 */
export async function runWorker(job: WorkerJob, options: Options): Promise<Staged> {
  const { signal, onProgress, silenceMs = SILENCE_MS } = options;
  signal.throwIfAborted();
  const child = startProcess(job, options.entry ?? join(process.cwd(), 'build', 'import-worker.mjs'));
  const stderr = lastText(child);
  const kill = () => child.kill('SIGKILL');
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
    watchdog.sign();
    const message = WorkerMessage.safeParse(raw);
    if (!message.success) fail(stopped('It sent a message that is not understood.'));
    else if (message.data.type === 'progress') onProgress(message.data);
    else {
      lastWord = message.data;
      goodbye = setTimeout(kill, GOODBYE_MS);
    }
  });
  try {
    const exit = await ended(child);
    signal.throwIfAborted();
    if (broken !== undefined) throw broken;
    if (lastWord === undefined) {
      log.error(
        { importId: job.importId, exit, stderr: stderr() },
        'the import worker stopped without a word',
      );
      throw stopped(`It ended with ${exit} before it was done.`);
    }
    return resultOf(lastWord, job);
  } finally {
    clearTimeout(goodbye);
    watchdog.stop();
    signal.removeEventListener('abort', kill);
  }
}

function startProcess(job: WorkerJob, entry: string): ChildProcess {
  // Nothing of the server's environment is handed on: settings and secrets are none of the worker's business.
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, entry], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    cwd: job.stageDir,
    env: { NODE_ENV: 'production', TZ: 'UTC', LANG: 'C.UTF-8', TMPDIR: job.stageDir },
  });
  child.send(job, () => {});
  return child;
}

/** Resolves when the process is gone and its streams are closed. @throws AppError when it could not be started */
function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      if (child.pid === undefined) {
        reject(new AppError('worker-failed', 'The import worker could not be started.', { cause }));
      }
    });
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function resultOf(lastWord: LastWord, job: WorkerJob): Staged {
  if (lastWord.type === 'staged') return lastWord;
  const error = new AppError(lastWord.code, lastWord.detail, { extra: lastWord.extra });
  throw new WorkerFailure(error, lastWord.files, job.stageFile);
}

function stopped(how: string): AppError {
  return new AppError(
    'worker-failed',
    `The import worker stopped. ${how} Nothing was written; the import can be tried again.`,
  );
}

/** The end of what the process wrote to its error stream, for the log. */
function lastText(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-STDERR_KEPT);
  });
  return () => text;
}
