import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { finishUpload } from './finish-upload';
import { hashFile } from './hash-file';
import { receivedBytes } from './received-bytes';
import { readUploadInfo } from './upload-info';
import { type UploadRef, uploadFile } from './upload-paths';

/**
 * SHA-256 (lower-case hex) of a completely received file; known at once after an upload, computed when it is not.
 * @throws AppError not-found, conflicting-state when bytes are missing, checksum-mismatch when the client had announced another
 */
export async function uploadSha256(ref: UploadRef): Promise<string> {
  const info = await readUploadInfo(ref);
  if (info === undefined) throw new AppError('not-found', 'There is no such upload.');
  if (info.sha256 !== null) return info.sha256;
  const received = await receivedBytes(ref);
  if (received !== info.size) {
    throw new AppError('conflicting-state', `${info.name}: ${received} of ${info.size} bytes have arrived.`);
  }
  return finishUpload(ref, await hashFile(uploadFile(ref)));
}
