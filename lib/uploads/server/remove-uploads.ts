import 'server-only';
import { rm } from 'node:fs/promises';
import { syncDirectory } from '@/lib/files/server/sync-directory';
import { unlessMissing } from './durable-files';
import { dropRunningHashes } from './tus/running-hashes';
import { importFolder, uploadsRoot } from './upload-paths';

/** Removes everything stored for an import: bytes, their descriptions, and its journal. Does nothing when there is none. */
export async function removeUploads(importId: string): Promise<void> {
  dropRunningHashes(importId);
  await rm(importFolder(importId), { recursive: true, force: true });
  await unlessMissing(syncDirectory(uploadsRoot()));
}
