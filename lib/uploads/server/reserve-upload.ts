import 'server-only';
import { mkdir, open } from 'node:fs/promises';
import { settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/errors/app-error';
import { assertFreeSpace } from './assert-free-space';
import { assertSafeFilename } from './assert-safe-filename';
import { readUploadInfo, writeUploadInfo } from './upload-info';
import { importFolder, type UploadRef, uploadFile, uploadUrl } from './upload-paths';

/**
 * Makes the tus resource of one file of a draft and returns its address. Doing it again for the same file changes
 * nothing, so a repeated request cannot lose bytes that have arrived. `sha256` (lower-case hex) is checked after the last byte.
 * @throws AppError invalid-filename, too-large (`limitBytes`), disk-full; nothing is stored then.
 */
export async function reserveUpload(
  file: UploadRef & { name: string; size: number; sha256?: string | undefined },
): Promise<{ name: string; uploadUrl: string }> {
  const name = assertSafeFilename(file.name);
  assertFileSize(name, file.size);
  const known = await readUploadInfo(file);
  if (known === undefined) {
    await assertFreeSpace(file.size);
    await mkdir(importFolder(file.importId), { recursive: true });
    await (await open(uploadFile(file), 'a')).close();
    await writeUploadInfo(file, {
      name,
      size: file.size,
      declaredSha256: file.sha256 ?? null,
      sha256: null,
      createdAt: new Date().toISOString(),
    });
  }
  return { name, uploadUrl: uploadUrl(file) };
}

/** @throws AppError too-large with `limitBytes` */
export function assertFileSize(name: string, size: number): void {
  const limitBytes = settings().MAX_FILE_SIZE_BYTES;
  if (size <= limitBytes) return;
  throw new AppError(
    'too-large',
    `${name} has ${size} bytes; one file may have ${limitBytes} (MAX_FILE_SIZE_BYTES).`,
    { extra: { limitBytes } },
  );
}
