import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import { diskFull, freeBytes } from './assert-free-space';

/**
 * Writes every piece of `source` into the file from `position` on, one after the other, so a slow disk slows the
 * sender down. `onBytes` sees each piece first and may throw to refuse it. Returns the position after the last byte.
 * @throws AppError disk-full
 */
export async function writeStream(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array>,
  position: number,
  onBytes: (bytes: Uint8Array) => void,
): Promise<number> {
  let end = position;
  for await (const bytes of source) {
    onBytes(bytes);
    await writeAll(handle, bytes, end);
    end += bytes.length;
  }
  return end;
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    try {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      throw diskFull(bytes.length - done, await freeBytes());
    }
  }
}
