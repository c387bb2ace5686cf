import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { locateRecords } from '@/lib/formats/csv/locate-records';
import { quoteName } from '@/lib/workspace/quote';
import type { LoadedFile } from './raw-file';
import type { StageDb } from './stage-db';

/** Where a record is and what it says; `line` and `byteOffset` are null where the format has no lines. */
export type RecordPlace = {
  readonly line: number | null;
  readonly byteOffset: number | null;
  readonly raw: string;
};

/** Looks up records (1-based, ascending) in the original file. */
export async function readRecords(
  db: StageDb,
  it: LoadedFile,
  records: readonly number[],
): Promise<Map<number, RecordPlace>> {
  if (it.format === 'parquet') return readParquetRecords(db, it, records);
  const found = new Map<number, RecordPlace>();
  const bytes = createReadStream(it.file.path, { highWaterMark: 1024 * 1024 });
  for await (const { record, ...place } of locateRecords(bytes, it.dialect, 'record', records))
    found.set(record, place);
  return found;
}

const RecordRow = z.looseObject({ file_row_number: z.number() });

/** All columns of the file as text, as one JSON object. */
async function readParquetRecords(
  db: StageDb,
  { file, header }: LoadedFile,
  records: readonly number[],
): Promise<Map<number, RecordPlace>> {
  await db.run('CREATE OR REPLACE TABLE wanted (file_row_number BIGINT)');
  await db.append(
    'wanted',
    records.map((record) => [record - 1]),
  );
  const cells = header.map((name) => `${quoteName(name)}::VARCHAR AS ${quoteName(name)}`);
  const rows = await db.all(
    RecordRow,
    `SELECT file_row_number, ${cells.join(', ')}
     FROM read_parquet($path, file_row_number = true, hive_partitioning = false) SEMI JOIN wanted USING (file_row_number)`,
    { path: file.path },
  );
  return new Map(
    rows.map(({ file_row_number, ...values }) => [
      file_row_number + 1,
      { line: null, byteOffset: null, raw: JSON.stringify(values) },
    ]),
  );
}
