import 'server-only';
import type { AppError } from '@/lib/errors/app-error';
import type { StagedFile } from '../../worker/protocol';

/** The worker said why it failed. `files` and the rejects in `stageFile` are as far as it got. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
  readonly error: AppError;
  readonly files: readonly StagedFile[];
  readonly stageFile: string;

  constructor(error: AppError, files: readonly StagedFile[], stageFile: string) {
    super(error.message);
    this.error = error;
    this.files = files;
    this.stageFile = stageFile;
  }
}
