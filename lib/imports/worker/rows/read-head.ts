import { open } from 'node:fs/promises';

/** First bytes and last four of a file, and its size. */
export async function readHead(
  path: string,
  most: number,
): Promise<{ head: Uint8Array; tail: Uint8Array; size: number }> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = new Uint8Array(Math.min(most, size));
    const tail = new Uint8Array(Math.min(4, size));
    await handle.read(head, 0, head.length, 0);
    await handle.read(tail, 0, tail.length, size - tail.length);
    return { head, tail, size };
  } finally {
    await handle.close();
  }
}
