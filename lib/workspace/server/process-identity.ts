import 'server-only';
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/**
 * Which process holds a workspace. `kernel` (boot id and process namespace) says whether `pid` means anything to
 * whoever reads this; `processStart` (clock ticks since boot) tells the process from a later one with the same pid.
 * Both are empty where the system does not tell.
 */
export const ProcessIdentity = z.object({
  token: z.uuid(),
  pid: z.int(),
  host: z.string(),
  since: z.iso.datetime(),
  kernel: z.string(),
  processStart: z.string(),
});
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** The identity of this process, with a token that no other holder ever has. */
export function ownIdentity(): ProcessIdentity {
  return {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    kernel: kernel(),
    processStart: processStart(process.pid) ?? '',
  };
}

/** Whether the holder still runs; undefined when this process cannot tell (another machine or container). */
export function isRunning(holder: ProcessIdentity): boolean | undefined {
  if (holder.host !== hostname() || holder.kernel !== kernel()) return undefined;
  if (!pidExists(holder.pid)) return false;
  const start = processStart(holder.pid);
  return start === undefined || holder.processStart === '' || start === holder.processStart;
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat, counted after the command name, which may hold anything. Zombies do not count. */
function processStart(pid: number): string | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'ended' : fields[19];
}

function kernel(): string {
  const boot = textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))?.trim() ?? '';
  return `${boot} ${textOf(() => readlinkSync('/proc/self/ns/pid')) ?? ''}`.trim();
}

/** /proc exists on Linux only; elsewhere the answer is "unknown". */
function textOf(source: () => string): string | undefined {
  try {
    return source();
  } catch {
    return undefined;
  }
}
