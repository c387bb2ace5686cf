import 'server-only';
import { log } from '@/lib/log/log';
import { connect } from './connect';
import { noteEngineError } from './note-engine-error';
import type { Workspace } from './state';

/** Memory that a write may hold, in bytes. */
export type Room = {
  /** As a whole, if the engine does not hold more already. */
  readonly bytes: number;
  /** Besides what is held, as far as a statement that writes many rows is told when it begins: see `beginWide`. */
  readonly beginBytes: number;
};

/**
 * Does the work while the engine may hold at most `room.bytes` of memory, or what it holds already: it uses that again, and spills to
 * the disk. It would otherwise keep all that it reads and writes, up to its limit. Without `room`: up to its limit.
 * @throws what the work throws; Error `Out of Memory` when something cannot spill
 */
export async function withRoom<T>(
  workspace: Workspace,
  room: Room | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (room === undefined) return work();
  await limitTo(workspace, room);
  try {
    return await work();
  } finally {
    await limit(workspace, String(workspace.memoryBytes));
  }
}

/**
 * Begins a statement that writes many rows in order. How many threads it gets the engine decides when it begins, by the memory that it
 * could take; what it then really takes is much less, so the room is as narrow as before right after.
 */
export async function beginWide<T>(workspace: Workspace, room: Room | undefined, begin: () => T): Promise<T> {
  if (room === undefined || room.beginBytes === 0) return begin();
  await limit(workspace, `least(${workspace.memoryBytes}, ${HELD} + ${room.beginBytes})`);
  try {
    return begin();
  } finally {
    await limitTo(workspace, room);
  }
}

const HELD = '(SELECT sum(memory_usage_bytes) FROM duckdb_memory())';

const limitTo = (workspace: Workspace, { bytes }: Room) =>
  limit(workspace, `least(${workspace.memoryBytes}, greatest(${HELD}, ${bytes}))`);

/** A limit that cannot be set is not worth failing for: the work is done with the one there is. */
async function limit(workspace: Workspace, bytesSql: string): Promise<void> {
  const connection = await connect(workspace.instance);
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
