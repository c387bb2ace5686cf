import 'server-only';
import type { Hash } from 'node:crypto';

const KEY = Symbol.for('headwater.uploads.hashes');
const HASHES_MAX = 512;

type Running = { offset: number; hash: Hash };

/**
 * SHA-256 states of uploads under way, so that the last chunk need not read the whole file again. Only a shortcut: what
 * is missing (after a restart, or pushed out by newer ones) is computed from the file.
 */
function hashes(): Map<string, Running> {
  const home = globalThis as { [KEY]?: Map<string, Running> };
  home[KEY] ??= new Map();
  return home[KEY];
}

/** A copy of the state after exactly `offset` bytes, or undefined. */
export function runningHashAt(id: string, offset: number): Hash | undefined {
  const running = hashes().get(id);
  return running?.offset === offset ? running.hash.copy() : undefined;
}

export function keepRunningHash(id: string, offset: number, hash: Hash): void {
  hashes().delete(id);
  hashes().set(id, { offset, hash });
  const [oldest] = hashes().keys();
  if (hashes().size > HASHES_MAX && oldest !== undefined) hashes().delete(oldest);
}

/** Forgets one upload (`<importId>/<ordinal>`) or all of an import. */
export function dropRunningHashes(prefix: string): void {
  for (const id of hashes().keys()) {
    if (id === prefix || id.startsWith(`${prefix}/`)) hashes().delete(id);
  }
}
