import 'server-only';
import { stat } from 'node:fs/promises';
import { unlessMissing } from './durable-files';
import { unverifiedFrom } from './unverified-chunk';
import { type UploadRef, uploadFile } from './upload-paths';

/** Accepted bytes of a file so far; 0 when there is no such file. Bytes whose checksum is still open do not count. */
export async function receivedBytes(ref: UploadRef): Promise<number> {
  const stored = (await unlessMissing(stat(uploadFile(ref))))?.size ?? 0;
  return Math.min(stored, (await unverifiedFrom(ref)) ?? stored);
}
