import 'server-only';
import { beginRead } from './begin-read';
import { Guard } from './guard';
import type { Reader } from './reader';
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
  // A call that the engine cannot interrupt at once must not keep the caller waiting: it is cleaned up behind.
  return Promise.race([inTransaction(workspace, fn, guard), guard.stopped]);
}

async function inTransaction<T>(
  workspace: Workspace,
  fn: (db: Reader) => Promise<T>,
  guard: Guard,
): Promise<T> {
  const { session, end } = await beginRead(workspace, guard);
  let complete = false;
  try {
    const result = await Promise.race([fn(session), guard.stopped]);
    complete = true;
    return result;
  } finally {
    await end(complete);
  }
}
