import 'server-only';
import { closeSync, fstatSync, futimesSync, openSync, rmSync, statSync } from 'node:fs';
import type { ProcessIdentity } from './process-identity';

/** Our hold on a workspace: the lock file, kept open for as long as the process lives. */
export type ServerLock = {
  readonly path: string;
  readonly identity: ProcessIdentity;
  readonly fd: number;
  readonly heartbeat: NodeJS.Timeout;
};

/** A holder gives a sign this often, so that a server on another machine sees that it is alive. */
export const HEARTBEAT_MS = 1000;

/** Keeps an acquired lock file: opens it and starts the signs of life. */
export function holdServerLock(path: string, identity: ProcessIdentity): ServerLock {
  const fd = openSync(path, 'r+');
  const beat = () => {
    const now = new Date();
    futimesSync(fd, now, now);
  };
  return { path, identity, fd, heartbeat: setInterval(beat, HEARTBEAT_MS).unref() };
}

/** Whether the file at the lock's path is still the one we hold. */
export function holdsServerLock(lock: ServerLock): boolean {
  const there = statSync(lock.path, { throwIfNoEntry: false });
  const ours = fstatSync(lock.fd);
  return there !== undefined && there.ino === ours.ino && there.dev === ours.dev;
}

/** @throws Error when another server has taken the workspace over, or the lock file was removed */
export function assertServerLock(lock: ServerLock): void {
  if (!holdsServerLock(lock)) {
    throw new Error(`The lock file ${lock.path} is no longer that of this server; nothing was written.`);
  }
}

/** Lets the next server in. */
export function releaseServerLock(lock: ServerLock): void {
  clearInterval(lock.heartbeat);
  if (holdsServerLock(lock)) rmSync(lock.path, { force: true });
  closeSync(lock.fd);
}
