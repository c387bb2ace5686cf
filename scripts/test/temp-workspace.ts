import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { closeWorkspace } from '@/lib/workspace/server/close-workspace';
import { type OpenOptions, openWorkspace } from '@/lib/workspace/server/workspace';

/** A token of a lock that is always held. */
export const heldToken = { epoch: 1, assertHeld: () => undefined };

/** Opens a new workspace in a temporary folder; `close` closes and removes it. */
export async function openTempWorkspace(
  options: OpenOptions = {},
): Promise<{ dir: string; close: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'headwater-workspace-'));
  await openWorkspace(dir, options);
  return {
    dir,
    close: async () => {
      await closeWorkspace({ patienceMs: 1000 });
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Opens a new workspace in a temporary folder before each test of the file and removes it afterwards. */
export function tempWorkspaceForEach(options: OpenOptions = {}): { readonly dir: string } {
  const workspace = { dir: '' };
  let close: () => Promise<void>;
  beforeEach(async () => {
    const opened = await openTempWorkspace(options);
    workspace.dir = opened.dir;
    close = opened.close;
  });
  afterEach(() => close());
  return workspace;
}
