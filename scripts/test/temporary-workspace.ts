import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';
import { openWorkspace } from '@/lib/workspace/server/workspace';

/** Opens a new workspace in a temporary folder; the answer closes and removes it. */
export async function temporaryWorkspace(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'headwater-'));
  await openWorkspace(dir);
  return async () => {
    await closeWorkspace();
    await rm(dir, { recursive: true, force: true });
  };
}
