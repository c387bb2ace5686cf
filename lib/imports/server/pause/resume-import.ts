import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { Import } from '../../contract';
import { getRecord } from '../records/find-record';
import { importsState } from '../records/imports-state';
import { presentImport } from '../records/present-import';
import { importsReady } from '../recover/recover-imports';

/**
 * Lets a paused import go on. Asking again changes nothing.
 * @throws AppError not-found; conflicting-state when it does not wait for an answer
 */
export async function resumeImport(idOrNumber: string): Promise<Import> {
  await importsReady();
  const record = await getRecord(idOrNumber);
  if (record.pause?.answer === 'go-on') return presentImport(record);
  const { run } = importsState();
  if (run?.id !== record.id || run.goOn === null) {
    throw new AppError(
      'conflicting-state',
      `This import is ${record.state} and does not wait for an answer.`,
    );
  }
  run.goOn();
  return presentImport(run.record);
}
