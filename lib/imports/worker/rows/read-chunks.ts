import { open } from 'node:fs/promises';

const CHUNK = 1024 * 1024;

/** The bytes of a file, a mebibyte at a time, all in one buffer: a chunk is good until the next one is asked for. */
export async function* readChunks(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
