import 'server-only';
import { log } from '@/lib/log/log';
import { noteEngineError } from './note-engine-error';
import type { Workspace } from './state';

/**
 * Does the work while the engine may hold at most `roomBytes` of memory, or what it holds already: it uses that again, and spills to
 * the disk. It would otherwise keep all that it reads and writes, up to its limit. Without `roomBytes`: up to its limit.
 * @throws what the work throws; Error `Out of Memory` when something cannot spill
 */
export async function withRoom<T>(
  workspace: Workspace,
  roomBytes: number | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (roomBytes === undefined) return work();
  const held = '(SELECT sum(memory_usage_bytes) FROM duckdb_memory())';
  await limit(workspace, `least(${workspace.memoryBytes}, greatest(${held}, ${roomBytes}))`);
  try {
    return await work();
  } finally {
    await limit(workspace, String(workspace.memoryBytes));
  }
}

/** A limit that cannot be set is not worth failing for: the work is done with the one there is. */
async function limit(workspace: Workspace, bytesSql: string): Promise<void> {
  const connection = await workspace.instance.connect();
  try {
    const found = await connection.runAndReadAll(`SELECT (${bytesSql})::BIGINT`);
    await connection.run(`SET memory_limit = '${String(found.getRows()[0]?.[0])}B'`);
  } catch (error) {
    noteEngineError(workspace, error);
    log.warn({ err: error, phase: 'write' }, 'the memory of the engine could not be limited');
  } finally {
    connection.disconnectSync();
  }
}
