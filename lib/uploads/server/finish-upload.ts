import 'server-only';
import { truncate } from 'node:fs/promises';
import { AppError } from '@/lib/errors/app-error';
import { readUploadInfo, writeUploadInfo } from './upload-info';
import { type UploadRef, uploadFile } from './upload-paths';

/**
 * Records the SHA-256 of a file whose last byte has arrived. When it is not the announced one, all bytes are
 * discarded, so that the file can be sent again.
 * @throws AppError checksum-mismatch with `expected` and `actual`
 */
export async function finishUpload(ref: UploadRef, sha256: string): Promise<string> {
  const info = await readUploadInfo(ref);
  if (info === undefined) throw new AppError('not-found', 'There is no such upload.');
  if (info.declaredSha256 !== null && info.declaredSha256 !== sha256) {
    await truncate(uploadFile(ref), 0);
    throw new AppError(
      'checksum-mismatch',
      `${info.name} arrived with another SHA-256 than announced. Nothing of it was kept; upload it again.`,
      { extra: { expected: info.declaredSha256, actual: sha256 } },
    );
  }
  await writeUploadInfo(ref, { ...info, sha256 });
  return sha256;
}
