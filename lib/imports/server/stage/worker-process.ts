import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';

/** A process of the import worker: it waits for one job, works on it, and ends. */
export type WorkerProcess = {
  readonly child: ChildProcess;
  /** Resolves when it is gone and its streams are closed with how it ended, or with why it could not be started. Never rejects. */
  readonly ended: Promise<string | AppError>;
  /** The end of what it wrote to its error stream, for the log. */
  stderr(): string;
};

/** One that waits for a job; `limit` ends it when none comes. */
export type SpareWorker = { readonly worker: WorkerProcess; limit: NodeJS.Timeout };

/** A cap, not a need: neither rows nor what was read of definitions stay in the heap. */
const HEAP_MIB = 1024;
const STDERR_KEPT = 4000;

/** Starts a worker that knows nothing yet, neither its folders nor its memory. `entry`: the bundle that scripts/bundle-worker.mjs makes. */
export function startWorkerProcess(entry = join(process.cwd(), 'build', 'import-worker.mjs')): WorkerProcess {
  // Nothing of the server's environment is handed on: settings and secrets are none of the worker's business.
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, entry], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    cwd: dirname(entry),
    env: { NODE_ENV: 'production', TZ: 'UTC', LANG: 'C.UTF-8' },
  });
  if (child.pid !== undefined) yieldToReaders(child.pid);
  const ended = new Promise<string | AppError>((resolve) => {
    child.on('error', (cause) => {
      if (child.pid !== undefined) return;
      resolve(new AppError('worker-failed', 'The import worker could not be started.', { cause }));
    });
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, ended, stderr: lastText(child) };
}

/** Where processors are few, those who browse come first; an import on its own is as fast as before. */
function yieldToReaders(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    log.debug({ err: error }, 'the import worker has the priority of the server');
  }
}

function lastText(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-STDERR_KEPT);
  });
  return () => text;
}
