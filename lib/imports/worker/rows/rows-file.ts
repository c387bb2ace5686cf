import { join } from 'node:path';

/** Where the records of a file are staged, uncompressed, unless they are too long for that. */
export const rowsFile = (stageDir: string, ordinal: number) => join(stageDir, `rows-${ordinal}.parquet`);
