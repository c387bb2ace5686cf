import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { CsvDialect } from '@/lib/formats/csv/dialect';
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

/** Raw text kept of one record, and of all records of one file together; what is cut is said in the text itself. */
const RAW_MAX_BYTES = 256 * 1024;
const RAW_LEAST_BYTES = 4 * 1024;
const RAW_TOTAL_BYTES = 64 * 1024 * 1024;

/** Where records (1-based, ascending) are, and their text, cut beyond `mostBytes` each. */
export type Locate = (records: readonly number[], mostBytes: number) => Promise<Map<number, RecordPlace>>;

/** Text kept of each of so many records. */
export const rawBytesOf = (records: number) =>
  Math.min(RAW_MAX_BYTES, Math.max(RAW_LEAST_BYTES, Math.floor(RAW_TOTAL_BYTES / records)));

/** Looks up records in the original file. */
export const locateIn =
  (db: StageDb, it: LoadedFile): Locate =>
  (records, mostBytes) =>
    it.format === 'parquet'
      ? readParquetRecords(db, it.file.path, it.header, records, mostBytes)
      : readTextRecords(it.file.path, it.dialect, records, mostBytes);

/** Records of a CSV text in UTF-8. */
export async function readTextRecords(
  path: string,
  dialect: CsvDialect,
  records: readonly number[],
  mostBytes: number,
): Promise<Map<number, RecordPlace>> {
  const found = new Map<number, RecordPlace>();
  const bytes = createReadStream(path, { highWaterMark: 1024 * 1024 });
  for await (const { record, ...place } of locateRecords(bytes, dialect, 'record', records, mostBytes))
    found.set(record, place);
  return found;
}

const RecordRow = z.looseObject({ file_row_number: z.number() });

/** The engine cannot name such columns; a Parquet file can. */
const isNamed = (name: string) => name !== '' && !name.includes('\0');

/** All columns of the file as text, as one JSON object. */
export async function readParquetRecords(
  db: StageDb,
  path: string,
  header: readonly string[],
  records: readonly number[],
  mostBytes: number,
): Promise<Map<number, RecordPlace>> {
  await db.run('CREATE OR REPLACE TABLE wanted (file_row_number BIGINT)');
  await db.append(
    'wanted',
    records.map((record) => [record - 1]),
  );
  const cells = header.filter(isNamed).map((name) => {
    const text = `${quoteName(name)}::VARCHAR`;
    return `CASE WHEN length(${text}) > ${mostBytes} THEN substr(${text}, 1, ${mostBytes}) || '… [' || (length(${text}) - ${mostBytes}) || ' more characters]' ELSE ${text} END AS ${quoteName(name)}`;
  });
  const rows = await db.all(
    RecordRow,
    `SELECT file_row_number, ${cells.join(', ')}
     FROM read_parquet($path, file_row_number = true, hive_partitioning = false) SEMI JOIN wanted USING (file_row_number)`,
    { path },
  );
  return new Map(
    rows.map(({ file_row_number, ...values }) => [
      file_row_number + 1,
      { line: null, byteOffset: null, raw: JSON.stringify(values) },
    ]),
  );
}
