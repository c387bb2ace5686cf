import 'server-only';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { syncDirectory } from '@/lib/files/server/sync-directory';
import { isRunning, ownIdentity, ProcessIdentity } from './process-identity';
import { HEARTBEAT_MS, holdServerLock, type ServerLock } from './server-lock';

const ATTEMPTS_MAX = 20;
const SILENT_MS = 4 * HEARTBEAT_MS;
const FORGOTTEN_MS = 60_000;

/**
 * Takes the workspace for this process. The lock file appears complete by link(2), which only one process can win.
 * A dead holder is followed by linking `<lock>.after-<its token>`, which again only one can win, and renaming that over
 * the lock file; so two servers that find the same dead holder cannot both get in.
 * @throws Error naming the holder (pid, host, since) when it is alive; within 5 s
 */
export async function acquireServerLock(path: string): Promise<ServerLock> {
  const identity = ownIdentity();
  const candidate = `${path}.candidate-${identity.token}`;
  await writeFile(candidate, JSON.stringify(identity), { flag: 'wx', flush: true });
  try {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      if ((await tryLink(candidate, path)) || (await tryTakeOver(candidate, path))) {
        await syncDirectory(dirname(path));
        await rm(candidate, { force: true });
        await sweep(path);
        return holdServerLock(path, identity);
      }
    }
  } finally {
    await rm(candidate, { force: true });
  }
  throw new Error(`The lock file ${path} keeps changing hands; is something starting many servers?`);
}

/** Walks from the lock file along the chain of successors; follows the last one if it is dead. */
async function tryTakeOver(candidate: string, path: string): Promise<boolean> {
  const chain: Array<{ file: string; token: string }> = [];
  let file = path;
  for (;;) {
    const holder = await readHolder(file);
    if (holder === undefined) return false;
    if (holder.identity && (await isAlive(file, holder.identity))) throw inUse(path, holder.identity);
    chain.push({ file, token: holder.token });
    file = `${path}.after-${holder.token}`;
    if (await tryLink(candidate, file)) break;
  }
  const unchanged = await Promise.all(
    chain.map(async (seen) => (await readHolder(seen.file))?.token === seen.token),
  );
  if (unchanged.every(Boolean)) {
    await rename(file, path);
    return true;
  }
  await rm(file, { force: true });
  return false;
}

type Holder = { token: string; identity: ProcessIdentity | undefined };

/** The holder a file names; a damaged file (power cut, edited by hand) is that of nobody alive. */
async function readHolder(file: string): Promise<Holder | undefined> {
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  if (text === undefined) return undefined;
  const parsed = ProcessIdentity.safeParse(parseJson(text));
  if (parsed.success) return { token: parsed.data.token, identity: parsed.data };
  return { token: 'damaged', identity: undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the pid says nothing (another machine, another container), the signs of life on the file decide. */
async function isAlive(file: string, holder: ProcessIdentity): Promise<boolean> {
  const running = isRunning(holder);
  if (running !== undefined) return running;
  const before = await lastSign(file);
  await sleep(SILENT_MS);
  return (await lastSign(file)) !== before;
}

async function lastSign(file: string): Promise<number | undefined> {
  return (await stat(file).catch(ignoreMissing))?.mtimeMs;
}

function inUse(path: string, holder: ProcessIdentity): Error {
  return new Error(
    `The workspace ${dirname(path)} is already served by process ${holder.pid} on ${holder.host}, since ${holder.since}. ` +
      'Stop that server first, or set WORKSPACE_DIR to another folder.',
  );
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what servers that were killed on their way in left behind; those still on their way keep theirs. */
async function sweep(path: string): Promise<void> {
  const name = basename(path);
  for (const entry of await readdir(dirname(path))) {
    const file = join(dirname(path), entry);
    const passing = entry.startsWith(`${name}.after-`) || entry.startsWith(`${name}.candidate-`);
    if (passing && (await isForgotten(file))) await rm(file, { force: true });
  }
}

async function isForgotten(file: string): Promise<boolean> {
  const holder = await readHolder(file);
  const running = holder?.identity && isRunning(holder.identity);
  return running === undefined ? Date.now() - ((await lastSign(file)) ?? 0) > FORGOTTEN_MS : !running;
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
