import 'server-only';
import { copyFile, link, mkdir } from 'node:fs/promises';
import { importFolder, uploadFile } from './upload-paths';

/**
 * Gives another import the received bytes of the first `files` files of one, without copying them where the file system can.
 * Removing either leaves the other.
 */
export async function linkUploads(from: string, to: string, files: number): Promise<void> {
  await mkdir(importFolder(to), { recursive: true });
  for (let ordinal = 0; ordinal < files; ordinal += 1) {
    const source = uploadFile({ importId: from, ordinal });
    const target = uploadFile({ importId: to, ordinal });
    // Some network file systems have no second names for a file.
    await link(source, target).catch(() => copyFile(source, target));
  }
}
