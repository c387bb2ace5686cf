import { AppError } from '@/lib/errors/app-error';
import { engineReason, exhausted } from './engine-reason';

/**
 * Waits for a statement that reads an upload, and says which file it was when the engine cannot read it.
 * @throws AppError `unreadable-file`; the engine's own error when it ran out of memory or disk
 */
export async function refuseDamaged<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (exhausted(error)) throw error;
    throw new AppError('unreadable-file', `${name} is damaged and cannot be read: ${engineReason(error)}.`, {
      extra: { file: name },
      cause: error,
    });
  }
}
