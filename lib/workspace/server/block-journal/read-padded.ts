import 'server-only';
import { read } from 'node:fs';
import { promisify } from 'node:util';

const readAt = promisify(read);

/** `length` bytes of an open file from `place` on. What the file does not reach is read as zeros: the engine has not written it yet. */
export async function readPadded(fd: number, length: number, place: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await readAt(fd, bytes, 0, length, place);
  return bytes;
}
