import 'server-only';
import type { Guard } from './guard';
import { noteEngineError } from './note-engine-error';
import { giveBack, takeConnection } from './pool';
import { Session } from './reader';
import type { Workspace } from './state';

/** A read-only transaction on a connection of the pool. */
export type ReadTransaction = {
  readonly session: Session;
  /** Must be called once; `complete` only after all work went well, else the connection is not used again. */
  end(complete: boolean): Promise<void>;
};

/**
 * Begins a read-only transaction; the guard ends the wait for a connection and every statement.
 * @throws AppError the guard's reason
 */
export async function beginRead(workspace: Workspace, guard: Guard): Promise<ReadTransaction> {
  const { pool } = workspace;
  pool.guards.add(guard);
  const forget = () => {
    guard.dispose();
    pool.guards.delete(guard);
  };
  const connection = await takeConnection(pool, guard).catch((error: unknown) => {
    forget();
    throw error;
  });
  const session = new Session(connection, guard, (error) => noteEngineError(workspace, error));
  const end = async (complete: boolean) => {
    let clean = false;
    try {
      await session.end();
      if (complete) await connection.run('ROLLBACK');
      clean = complete;
    } finally {
      giveBack(pool, connection, clean);
      forget();
    }
  };
  try {
    await session.control('BEGIN TRANSACTION READ ONLY');
  } catch (error) {
    await end(false);
    throw error;
  }
  return { session, end };
}
