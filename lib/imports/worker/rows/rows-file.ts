import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the records of a file are staged, uncompressed, unless they are too long for that. */
export const rowsFile = (stageDir: string, ordinal: number) => join(stageDir, `rows-${ordinal}.parquet`);

/** Bytes of a staged record on average; null where records are too long for row groups. */
export async function stagedRowBytes(
  stageDir: string,
  ordinal: number,
  read: number,
): Promise<number | null> {
  try {
    return (await stat(rowsFile(stageDir, ordinal))).size / Math.max(1, read);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
