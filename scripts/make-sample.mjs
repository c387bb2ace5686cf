import { mkdirSync } from 'node:fs';
import { sampleExtract, writeExtract } from './sample/write-extract.mjs';

/** Makes the sample warehouse's extract files in public/samples from the SQL in scripts/sample/sql. */
const FOLDER = 'public/samples';

mkdirSync(FOLDER, { recursive: true });
await writeExtract(FOLDER);
for (const { file, rows } of sampleExtract()) console.log(`${FOLDER}/${file}.parquet  ${rows.length} rows`);
