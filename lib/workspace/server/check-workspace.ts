import 'server-only';
import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import { connect } from './connect';
import { Guard } from './guard';
import { noteEngineError } from './note-engine-error';
import { Session } from './reader';
import { holdsServerLock } from './server-lock';
import type { Workspace } from './state';
import { currentWorkspace } from './workspace';

export type Check = { ok: boolean; detail: string };

const QUERY_DEADLINE_MS = 3000;
const FREE_BYTES_MIN = 256 * 1024 ** 2;
const MiB = 1024 ** 2;

/** Whether the workspace works: the engine answers a query, the lock file is ours, the disk has room. Never throws. */
export async function checkWorkspace(): Promise<Record<'engine' | 'serverLock' | 'disk', Check>> {
  const [engine, serverLock, disk] = await Promise.all([
    check(async () => queryEngine(await currentWorkspace())),
    check(async () => lockFile(await currentWorkspace())),
    check(async () => freeDisk(await currentWorkspace())),
  ]);
  return { engine, serverLock, disk };
}

async function check(step: () => Promise<Check>): Promise<Check> {
  try {
    return await step();
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** On a connection of its own, so that busy readers are not mistaken for a broken engine. */
async function queryEngine(workspace: Workspace): Promise<Check> {
  if (workspace.failure) return { ok: false, detail: 'The engine has failed; the server restarts.' };
  if (workspace.closing) return { ok: false, detail: 'The server is stopping.' };
  const started = performance.now();
  const connection = await connect(workspace.instance);
  const guard = new Guard({ deadlineMs: QUERY_DEADLINE_MS });
  const session = new Session(connection, guard, (error) => noteEngineError(workspace, error));
  try {
    const query = session.one(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM workspace_info');
    await Promise.race([query, guard.stopped]);
    return { ok: true, detail: `A query took ${Math.ceil(performance.now() - started)} ms.` };
  } finally {
    guard.dispose();
    void session.end().then(() => connection.disconnectSync());
  }
}

async function lockFile(workspace: Workspace): Promise<Check> {
  const { pid, host, since } = workspace.lock.identity;
  if (holdsServerLock(workspace.lock)) {
    return { ok: true, detail: `Held by process ${pid} on ${host} since ${since}.` };
  }
  return { ok: false, detail: 'The lock file is gone or belongs to another server; restart this one.' };
}

async function freeDisk(workspace: Workspace): Promise<Check> {
  const { bavail, bsize } = await statfs(workspace.paths.dir);
  const free = bavail * bsize;
  const detail = `${Math.floor(free / MiB)} MiB free, at least ${FREE_BYTES_MIN / MiB} MiB needed.`;
  return { ok: free >= FREE_BYTES_MIN, detail };
}
