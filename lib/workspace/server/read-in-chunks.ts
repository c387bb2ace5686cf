import 'server-only';
import { Guard } from './guard';
import { noteEngineError } from './note-engine-error';
import { giveBack, takeConnection } from './pool';
import { type Reader, Session } from './reader';
import { usableWorkspace } from './workspace';

/** A reader that can also hand out the rows of a SELECT as they come. */
export type ChunkReader = Reader & {
  chunks(sql: string, params?: Parameters<Reader['columns']>[1]): AsyncGenerator<unknown[][]>;
};

/**
 * A read transaction for answers that are too big to hold: what `fn` yields is handed on as fast as it is taken, and the
 * transaction ends with it, or when nobody takes more, after `deadlineMs` at the latest.
 * @throws AppError deadline, interrupted, unavailable
 */
export async function* readInChunks<T>(
  fn: (db: ChunkReader) => AsyncGenerator<T>,
  options: { deadlineMs: number; signal?: AbortSignal | undefined },
): AsyncGenerator<T> {
  const workspace = await usableWorkspace();
  const { pool } = workspace;
  const guard = new Guard(options);
  pool.guards.add(guard);
  try {
    const connection = await takeConnection(pool, guard);
    const session = new Session(connection, guard, (error) => noteEngineError(workspace, error));
    let clean = false;
    try {
      await session.control('BEGIN TRANSACTION READ ONLY');
      yield* fn(session);
      await session.end();
      await connection.run('ROLLBACK');
      clean = true;
    } finally {
      await session.end();
      giveBack(pool, connection, clean);
    }
  } finally {
    guard.dispose();
    pool.guards.delete(guard);
  }
}
