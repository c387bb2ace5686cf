import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './durable-files';
import { removeUploads } from './remove-uploads';
import { isImportId, uploadsRoot } from './upload-paths';

const DRAFT_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes what no import needs, when the server starts: folders of unknown imports at once, drafts when nothing in
 * their folder has changed for 7 days. `keep` are imports that stay whatever their age. Returns the removed import ids.
 */
export async function sweepUploads(input: {
  keep: ReadonlySet<string>;
  drafts: ReadonlySet<string>;
  now?: number;
}): Promise<string[]> {
  const now = input.now ?? Date.now();
  const removed: string[] = [];
  for (const name of (await unlessMissing(readdir(uploadsRoot()))) ?? []) {
    if (input.keep.has(name)) continue;
    const folder = join(uploadsRoot(), name);
    if (input.drafts.has(name) && now - (await lastChange(folder)) < DRAFT_KEPT_MS) continue;
    if (isImportId(name)) {
      await removeUploads(name);
      removed.push(name);
    } else {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return removed;
}

/** Time of the newest change to the folder or to a file in it, in ms. */
async function lastChange(folder: string): Promise<number> {
  const paths = [folder, ...(await readdir(folder)).map((name) => join(folder, name))];
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return Math.max(...times);
}
