import { AppError } from '@/lib/errors/app-error';
import { engineReason, exhausted } from './engine-reason';
import type { StagedFile, WorkerMessage } from './protocol';

type Failed = Extract<WorkerMessage, { type: 'failed' }>;

/** The last word for an error: what we threw on purpose as it is, what the engine ran out of by name, the rest in short. */
export function failedBy(error: unknown, files: StagedFile[]): Failed {
  if (error instanceof AppError)
    return { type: 'failed', code: error.code, detail: error.message, extra: error.extra, files };
  const failed = (code: Failed['code'], detail: string): Failed => ({
    type: 'failed',
    code,
    detail,
    extra: {},
    files,
  });
  if (exhausted(error) === 'disk')
    return failed(
      'disk-full',
      'The disk of the workspace is too full to check these files. Free some space and start again.',
    );
  if (exhausted(error) === 'memory')
    return failed(
      'worker-failed',
      'These files need more memory than the import worker may use. Raise WORKER_MEMORY_BYTES.',
    );
  return failed('worker-failed', `The import worker met an error it does not know: ${engineReason(error)}.`);
}
