import 'server-only';
import { readUploadInfo, writeUploadInfo } from './upload-info';
import type { UploadRef } from './upload-paths';

/** Says of a file whose bytes were linked under another import what is known of the first one. */
export async function copyUploadInfo(from: UploadRef, to: UploadRef): Promise<void> {
  const info = await readUploadInfo(from);
  if (info !== undefined) await writeUploadInfo(to, info);
}
