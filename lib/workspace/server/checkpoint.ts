import 'server-only';
import { log } from '@/lib/log/log';
import { saveBlocks } from './block-journal/save-blocks';
import { connect } from './connect';
import { noteEngineError } from './note-engine-error';
import type { Workspace } from './state';

/**
 * Moves committed changes from the log into the database file. Never forced: that would make new readers wait. When
 * open readers prevent it, the next write tries again; the changes are durable in the log all the while.
 */
export async function checkpoint(workspace: Workspace): Promise<void> {
  const connection = await connect(workspace.instance);
  try {
    await saveBlocks(connection, workspace.file);
    await connection.run('CHECKPOINT');
    workspace.checkpointDue = false;
  } catch (error) {
    noteEngineError(workspace, error);
    log.debug({ phase: 'checkpoint', reason: String(error) }, 'checkpoint put off');
  } finally {
    connection.disconnectSync();
  }
}
