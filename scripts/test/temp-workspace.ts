import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';
import { type OpenOptions, openWorkspace } from '@/lib/workspace/server/workspace';

/** A token of a lock that is always held. */
export const heldToken = { epoch: 1, assertHeld: () => undefined };

/** Opens a new workspace in a temporary folder before each test of the file and removes it afterwards. */
export function tempWorkspaceForEach(options: OpenOptions = {}): { readonly dir: string } {
  const workspace = { dir: '' };
  beforeEach(async () => {
    workspace.dir = await mkdtemp(join(tmpdir(), 'headwater-workspace-'));
    await openWorkspace(workspace.dir, options);
  });
  afterEach(async () => {
    await closeWorkspace({ patienceMs: 1000 });
    await rm(workspace.dir, { recursive: true, force: true });
  });
  return workspace;
}
