import 'server-only';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { AppError } from '@/lib/errors/app-error';
import { assertFreeSpace } from '../assert-free-space';
import { assertSafeFilename } from '../assert-safe-filename';
import { drainableBody } from '../drainable-body';
import { IDLE_MS, withIdleLimit } from '../idle-limit';
import { uploadFile } from '../upload-paths';
import { MultipartParts } from './multipart-parts';
import { type ReceivedFile, receiveFile } from './receive-file';

export type MultipartHandlers = {
  /** Files are stored under this import, numbered by their place in the body from 0. */
  importId: string;
  /** Each field, in the order of the body. A throw ends the request. */
  onField: (name: string, value: string) => void | Promise<void>;
  /** Called before a byte of the file is stored; its name is safe and NFC by then. A throw ends the request. */
  onFile: (file: { ordinal: number; name: string }) => void | Promise<void>;
  /** How long the sender may be silent; 60 s unless told. */
  idleMs?: number;
};

/**
 * Reads a multipart/form-data body as it arrives: fields to `onField`, parts named `files` straight to the disk with
 * SHA-256 and fsync. Nothing is ever held whole in memory. What this call has stored is removed when it throws.
 * @throws AppError unsupported-media-type, invalid-request (also when the sender goes away), invalid-filename,
 * too-large, disk-full, or deadline when no byte arrives for `idleMs`
 */
export async function receiveMultipart(
  request: Request,
  { importId, onField, onFile, idleMs = IDLE_MS }: MultipartHandlers,
): Promise<ReceivedFile[]> {
  const received: ReceivedFile[] = [];
  const parts = new MultipartParts(request.headers, {
    onField,
    onFile: async (givenName, bytes) => {
      const name = assertSafeFilename(givenName);
      const ordinal = received.length;
      await onFile({ ordinal, name });
      received.push(await receiveFile({ importId, ordinal }, name, bytes));
    },
  });
  try {
    await assertFreeSpace(Number(request.headers.get('content-length') ?? 0));
    await feed(request, parts, idleMs);
    return received;
  } catch (error) {
    await parts.abandon();
    await Promise.all(received.map(({ ordinal }) => discard(importId, ordinal)));
    throw error;
  }
}

async function feed(request: Request, parts: MultipartParts, idleMs: number): Promise<void> {
  if (request.body === null) throw new AppError('invalid-request', 'The request has no body.');
  const drainable = drainableBody(request.body);
  const body = Readable.fromWeb(drainable.stream as NodeReadableStream<Uint8Array>);
  const leave = () => body.destroy(new Error('the client went away'));
  request.signal.addEventListener('abort', leave, { once: true });
  try {
    for await (const bytes of withIdleLimit(body, idleMs)) await parts.write(bytes);
    await parts.end();
  } catch (error) {
    drainable.drain();
    if (error instanceof AppError || !body.errored) throw error;
    throw new AppError('invalid-request', 'The connection ended before the whole body had arrived.', {
      cause: error,
    });
  } finally {
    request.signal.removeEventListener('abort', leave);
  }
}

async function discard(importId: string, ordinal: number): Promise<void> {
  const path = uploadFile({ importId, ordinal });
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}
