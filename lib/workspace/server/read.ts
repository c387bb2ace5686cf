import 'server-only';
import { Guard } from './guard';
import { noteEngineError } from './note-engine-error';
import { giveBack, takeConnection } from './pool';
import { type Reader, Session } from './reader';
import type { Workspace } from './state';
import { usableWorkspace } from './workspace';

const DEADLINE_MS = 15_000;

/**
 * Runs `fn` inside one read-only transaction: all its queries see the same snapshot. `deadlineMs` (default 15 s)
 * includes the wait for a connection.
 * @throws AppError deadline, interrupted (the signal fired), unavailable (the workspace is closing or broken)
 */
export async function read<T>(
  fn: (db: Reader) => Promise<T>,
  options: { signal?: AbortSignal | undefined; deadlineMs?: number } = {},
): Promise<T> {
  const workspace = await usableWorkspace();
  const guard = new Guard({ deadlineMs: options.deadlineMs ?? DEADLINE_MS, signal: options.signal });
  workspace.pool.guards.add(guard);
  // A call that the engine cannot interrupt at once must not keep the caller waiting: it is cleaned up behind.
  return Promise.race([inTransaction(workspace, fn, guard), guard.stopped]);
}

async function inTransaction<T>(
  workspace: Workspace,
  fn: (db: Reader) => Promise<T>,
  guard: Guard,
): Promise<T> {
  const { pool } = workspace;
  try {
    const connection = await takeConnection(pool, guard);
    let clean = false;
    const session = new Session(connection, guard, (error) => noteEngineError(workspace, error));
    try {
      await session.control('BEGIN TRANSACTION READ ONLY');
      const result = await Promise.race([fn(session), guard.stopped]);
      await session.end();
      await connection.run('ROLLBACK');
      clean = true;
      return result;
    } finally {
      await session.end();
      giveBack(pool, connection, clean);
    }
  } finally {
    guard.dispose();
    pool.guards.delete(guard);
  }
}
