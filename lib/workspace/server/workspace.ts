import 'server-only';
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '@/lib/config/read-settings';
import { threadPoolSize } from '@/lib/config/thread-pool';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { acquireServerLock } from './acquire-server-lock';
import { assertLocalDisk } from './assert-local-disk';
import { endProcess } from './fail-workspace';
import { openDatabase } from './open-database';
import { createPool } from './pool';
import { releaseServerLock } from './server-lock';
import type { Workspace, WorkspacePaths } from './state';

const KEY = Symbol.for('headwater.workspace');
const holder = globalThis as { [KEY]?: Promise<Workspace> | undefined };

const READERS_MAX = 8;
/** Threads that readers leave to the writer and to files. */
const THREADS_KEPT = 2;

export type OpenOptions = { memoryBytes?: number; onFatal?: (failure: Error) => void };

/**
 * Opens the workspace in `dir`, made new when there is none, for this whole process; the second call gets the first
 * one's. `onFatal` replaces the end of the process when the engine breaks.
 * @throws Error with one line for the operator: in use (by whom), newer schema, not a usable folder
 */
export function openWorkspace(dir: string, options: OpenOptions = {}): Promise<Workspace> {
  const existing = holder[KEY];
  if (existing) return existing;
  const opening = openNow(dir, options);
  holder[KEY] = opening;
  opening.catch(() => {
    if (holder[KEY] === opening) holder[KEY] = undefined;
  });
  return opening;
}

/** The open workspace, whatever its condition. @throws AppError unavailable when there is none */
export async function currentWorkspace(): Promise<Workspace> {
  const workspace = holder[KEY];
  if (!workspace) throw new AppError('unavailable', 'The workspace is not open. Try again in a moment.');
  return workspace;
}

/** The open workspace, fit for work. @throws AppError unavailable when there is none, it is closing or it is broken */
export async function usableWorkspace(): Promise<Workspace> {
  const workspace = await currentWorkspace();
  if (workspace.failure) {
    throw new AppError(
      'unavailable',
      'The workspace has failed; the server restarts. Try again in a moment.',
    );
  }
  if (workspace.closing) throw new AppError('unavailable', 'The server is stopping. Try again in a moment.');
  return workspace;
}

/** Where things are in the open workspace. */
export async function workspacePaths(): Promise<WorkspacePaths> {
  return (await currentWorkspace()).paths;
}

/** Forgets the open workspace; for `closeWorkspace` only. */
export function forgetWorkspace(): Promise<Workspace> | undefined {
  const workspace = holder[KEY];
  holder[KEY] = undefined;
  return workspace;
}

async function openNow(dir: string, options: OpenOptions): Promise<Workspace> {
  const started = performance.now();
  const paths = await prepareFolder(dir);
  const lock = await acquireServerLock(paths.lockFile);
  try {
    await removeLeftovers(paths);
    const memoryBytes = options.memoryBytes ?? settings().SERVER_MEMORY_BYTES;
    const { instance, file, isNew } = await openDatabase(paths, memoryBytes);
    log.info(
      { phase: 'workspace', dir: paths.dir, isNew, durationMs: Math.round(performance.now() - started) },
      'workspace open',
    );
    return {
      paths,
      instance,
      file,
      memoryBytes,
      lock,
      pool: createPool(instance, readers()),
      onFatal: options.onFatal ?? endProcess,
      writes: Promise.resolve(),
      checkpointDue: false,
      closing: false,
      failure: undefined,
    };
  } catch (error) {
    releaseServerLock(lock);
    throw error;
  }
}

async function prepareFolder(given: string): Promise<WorkspacePaths> {
  await mkdir(given, { recursive: true });
  const dir = await realpath(given);
  await assertLocalDisk(dir);
  const paths = {
    dir,
    database: join(dir, 'workspace.duckdb'),
    lockFile: join(dir, 'server.lock'),
    uploads: join(dir, 'uploads'),
    staging: join(dir, 'staging'),
    spill: join(dir, 'spill'),
  };
  for (const folder of [paths.uploads, paths.staging, paths.spill]) await mkdir(folder, { recursive: true });
  return paths;
}

/** Half-made databases and spill files of a server that was killed; only after the lock is ours. */
async function removeLeftovers(paths: WorkspacePaths): Promise<void> {
  for (const name of await readdir(paths.dir)) {
    if (/^workspace\.duckdb\.(new-|blocks\.new$)/.test(name))
      await rm(join(paths.dir, name), { force: true });
  }
  for (const name of await readdir(paths.spill)) {
    await rm(join(paths.spill, name), { recursive: true, force: true });
  }
}

/** Each running query blocks one thread of Node's pool, so readers never get all of them. */
function readers(): number {
  return Math.min(READERS_MAX, Math.max(2, threadPoolSize() - THREADS_KEPT));
}
