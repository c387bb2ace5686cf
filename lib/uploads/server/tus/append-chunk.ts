import 'server-only';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { clearUnverified, markUnverified } from '../unverified-chunk';
import { type UploadRef, uploadFile, uploadId } from '../upload-paths';
import { writeStream } from '../write-stream';
import { CHUNK_BYTES_MAX } from './check-tus-request';
import { keepRunningHash, runningHashAt } from './running-hashes';
import { currentTusCall, type TusCall } from './tus-call';

/**
 * Appends the body of one PATCH at `offset` and returns the new offset, which is on the disk (fsync) by then. A body
 * that breaks off keeps what arrived, unless it has a checksum: then, and when it breaks a rule, the chunk is discarded.
 * @throws AppError checksum-mismatch, too-large, disk-full, offset-mismatch; the sender's error when it went away
 */
export async function appendChunk(
  ref: UploadRef,
  offset: number,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  const call = currentTusCall();
  const handle = await open(uploadFile(ref), 'r+');
  const digest = createHash('sha256');
  const running = runningHashAt(uploadId(ref), offset) ?? (offset === 0 ? createHash('sha256') : undefined);
  let end = offset;
  try {
    if (call.checksum !== undefined) await markUnverified(ref, offset);
    await writeStream(handle, source, offset, (bytes) => {
      assertChunkSize(end + bytes.length - offset);
      if (call.checksum !== undefined) digest.update(bytes);
      running?.update(bytes);
      end += bytes.length;
    });
    if (call.checksum !== undefined) assertChecksum(call, end - offset, digest.digest('base64'));
    await handle.datasync();
  } catch (error) {
    // Leaving a stream early makes the library see its own error first; ours says more.
    if (error instanceof AppError) call.error ??= error;
    if (call.checksum !== undefined || breaksRule(error)) await discard(handle, ref, offset);
    else await handle.datasync();
    throw error;
  } finally {
    await handle.close();
  }
  await clearUnverified(ref);
  if (running !== undefined) keepRunningHash(uploadId(ref), end, running);
  return end;
}

async function discard(handle: FileHandle, ref: UploadRef, offset: number): Promise<void> {
  await handle.truncate(offset);
  await handle.datasync();
  await clearUnverified(ref);
}

/** True for our refusals and the library's (they have a `status_code`); false when the sender fell silent or went away. */
function breaksRule(error: unknown): boolean {
  if (error instanceof AppError) return error.code !== 'deadline';
  return typeof error === 'object' && error !== null && 'status_code' in error;
}

function assertChunkSize(bytes: number): void {
  if (bytes <= CHUNK_BYTES_MAX) return;
  throw new AppError('too-large', `A chunk may have ${CHUNK_BYTES_MAX} bytes.`, {
    extra: { limitBytes: CHUNK_BYTES_MAX },
  });
}

function assertChecksum(call: TusCall, received: number, actual: string): void {
  if (call.contentLength !== undefined && received < call.contentLength) {
    throw new AppError('offset-mismatch', 'Another request took this upload over; ask for the offset again.');
  }
  if (actual === call.checksum) return;
  throw new AppError(
    'checksum-mismatch',
    'The chunk does not have the SHA-256 of its Upload-Checksum; it was discarded.',
    {
      extra: { expected: call.checksum, actual },
    },
  );
}
