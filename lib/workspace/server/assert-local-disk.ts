import 'server-only';
import { statfs } from 'node:fs/promises';

/** Linux's numbers of file systems that live on another machine. */
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
]);

/** The name of a network file system by its number, undefined for a local one. */
export function networkFileSystem(type: number): string | undefined {
  // Node gives the number signed or not, as the system does.
  return NETWORK.get(type >>> 0);
}

/** @throws Error when the folder is on a network file system, where locks and fsync cannot be trusted */
export async function assertLocalDisk(dir: string): Promise<void> {
  const name = networkFileSystem((await statfs(dir)).type);
  if (name === undefined) return;
  throw new Error(
    `The workspace ${dir} is on a network file system (${name}). Set WORKSPACE_DIR to a local disk.`,
  );
}
