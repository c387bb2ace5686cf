import 'server-only';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory } from '@/lib/files/server/sync-directory';

/** Replaces a small file as a whole: a reader, also after a crash, sees the old text or the new one, never a part. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

/** The value, or undefined when the file does not exist. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
