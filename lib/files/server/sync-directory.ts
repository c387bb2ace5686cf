import 'server-only';
import { open } from 'node:fs/promises';

/** Makes a rename or a new name in a folder survive a power cut. */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
