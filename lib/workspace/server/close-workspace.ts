import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { closeDatabaseFile } from './block-journal/save-blocks';
import { checkpoint } from './checkpoint';
import { busyConnections } from './pool';
import { releaseServerLock } from './server-lock';
import type { Workspace } from './state';
import { forgetWorkspace } from './workspace';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 10;

/**
 * Refuses new work, waits for the running work (readers are stopped after `patienceMs`, default 20 s), moves the log
 * into the database file and lets the next server in. Does nothing when no workspace is open.
 */
export async function closeWorkspace(options: { patienceMs?: number } = {}): Promise<void> {
  const opening = forgetWorkspace();
  if (!opening) return;
  const workspace = await opening;
  workspace.closing = true;
  const patience = options.patienceMs ?? PATIENCE_MS;
  await Promise.race([workspace.writes, wait(patience)]);
  const until = performance.now() + patience;
  while (busyConnections(workspace.pool) > 0 && performance.now() < until) await wait(LOOK_EVERY_MS);
  stopReaders(workspace);
  while (busyConnections(workspace.pool) > 0 && performance.now() < until + patience)
    await wait(LOOK_EVERY_MS);
  for (const connection of workspace.pool.idle.splice(0)) connection.disconnectSync();
  if (workspace.checkpointDue && !workspace.failure) await checkpoint(workspace);
  workspace.instance.closeSync();
  await closeDatabaseFile(workspace.file, workspace.failure === undefined);
  releaseServerLock(workspace.lock);
  log.info({ phase: 'workspace' }, 'workspace closed');
}

function stopReaders(workspace: Workspace): void {
  for (const guard of workspace.pool.guards) {
    guard.stop(new AppError('unavailable', 'The server is stopping. Try again in a moment.'));
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
