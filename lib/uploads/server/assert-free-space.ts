import 'server-only';
import { mkdir, statfs } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { uploadsRoot } from './upload-paths';

/** Room that stays free beside the upload, for the journal, the log and the database's next checkpoint. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** Bytes that this process may still write to the disk of the workspace. */
export async function freeBytes(): Promise<number> {
  await mkdir(uploadsRoot(), { recursive: true });
  const { bavail, bsize } = await statfs(uploadsRoot());
  return bavail * bsize;
}

/**
 * Refuses early what the disk cannot hold.
 * @throws AppError disk-full with `neededBytes` and `freeBytes`
 */
export async function assertFreeSpace(uploadBytes: number): Promise<void> {
  const free = await freeBytes();
  const needed = uploadBytes + RESERVE_BYTES;
  if (free < needed) throw diskFull(needed, free);
}

export function diskFull(neededBytes: number, free: number): AppError {
  return new AppError(
    'disk-full',
    `This needs ${neededBytes} bytes of disk space and ${free} are free. Free some space on the server, then try again.`,
    { extra: { neededBytes, freeBytes: free } },
  );
}
