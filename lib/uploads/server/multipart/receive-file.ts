import 'server-only';
import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { assertFileSize } from '../reserve-upload';
import { writeUploadInfo } from '../upload-info';
import { importFolder, type UploadRef, uploadFile } from '../upload-paths';
import { writeStream } from '../write-stream';

export type ReceivedFile = { ordinal: number; name: string; size: number; sha256: string };

/**
 * Streams one file to its place on the disk, counting and hashing on the way; on return the bytes are there to stay.
 * @throws AppError too-large (`limitBytes`) or disk-full, or the source's error; nothing of the file is left then.
 */
export async function receiveFile(
  ref: UploadRef,
  name: string,
  source: AsyncIterable<Uint8Array>,
): Promise<ReceivedFile> {
  await mkdir(importFolder(ref.importId), { recursive: true });
  const handle = await open(uploadFile(ref), 'wx');
  const hash = createHash('sha256');
  let size = 0;
  try {
    await writeStream(handle, source, 0, (bytes) => {
      size += bytes.length;
      assertFileSize(name, size);
      hash.update(bytes);
    });
    await handle.sync();
  } catch (error) {
    await rm(uploadFile(ref), { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  const sha256 = hash.digest('hex');
  await writeUploadInfo(ref, {
    name,
    size,
    declaredSha256: null,
    sha256,
    createdAt: new Date().toISOString(),
  });
  return { ordinal: ref.ordinal, name, size, sha256 };
}
