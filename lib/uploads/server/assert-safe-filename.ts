import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { checkFilename } from '../safe-filename';

/**
 * Returns the name of an uploaded file NFC-normalised.
 * @throws AppError invalid-filename; the detail shows the name (hidden characters made visible) and what is wrong.
 */
export function assertSafeFilename(name: string): string {
  const check = checkFilename(name);
  if (check.ok) return check.name;
  throw new AppError('invalid-filename', `The file name "${check.shown}" is not accepted: ${check.reason}.`);
}
