import type { DraftFile } from '../draft/draft-file';

/** Larger files are hashed by the server while they arrive. */
const BYTES_MAX = 64 * 1024 * 1024;

const known = new WeakMap<File, Promise<string | undefined>>();

/** SHA-256 of a small file, so that the server can tell at once whether the same bytes were imported before. */
export function fileHash({ file, size }: Pick<DraftFile, 'file' | 'size'>): Promise<string | undefined> {
  // Browsers have it only on https and on this machine.
  if (file === null || size > BYTES_MAX || globalThis.crypto.subtle === undefined)
    return Promise.resolve(undefined);
  const found = known.get(file) ?? hash(file);
  known.set(file, found);
  return found;
}

async function hash(file: File): Promise<string | undefined> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    // A file that cannot be read now fails, with its reason, when it is sent.
    return undefined;
  }
}
