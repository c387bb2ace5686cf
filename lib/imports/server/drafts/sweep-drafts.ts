import 'server-only';
import { readdir } from 'node:fs/promises';
import { log } from '@/lib/log/log';
import { sweepUploads } from '@/lib/uploads/server/sweep-uploads';
import { workspacePaths } from '@/lib/workspace/server/workspace';
import { forgetDryRuns } from '../dry-run/forget-dry-runs';
import { importsState, notifyChange } from '../records/imports-state';

const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** Removes drafts whose files have not changed for 7 days, now and then. */
export function keepSweeping(): void {
  const state = importsState();
  if (state.sweepTimer !== null) return;
  state.sweepTimer = setInterval(() => {
    sweepDrafts().catch((error: unknown) => log.warn({ err: error }, 'old drafts could not be removed'));
  }, SWEEP_EVERY_MS);
  state.sweepTimer.unref();
}

/** Removes drafts (and cancelled ones) that nobody touched for 7 days; nothing else. Returns their ids. */
export async function sweepDrafts(now = Date.now()): Promise<string[]> {
  const { unstarted } = importsState();
  const drafts = new Set(
    [...unstarted.values()].filter((record) => record.state !== 'waiting').map((record) => record.id),
  );
  const others = (await readdir((await workspacePaths()).uploads)).filter((name) => !drafts.has(name));
  const removed = await sweepUploads({ keep: new Set(others), drafts, now });
  for (const id of removed) {
    unstarted.delete(id);
    await forgetDryRuns(id);
  }
  if (removed.length > 0) notifyChange();
  return removed;
}
