import 'server-only';
import { open } from 'node:fs/promises';

/** Makes the names in a folder survive a power cut: new, renamed and removed files need it besides their own fsync. */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
