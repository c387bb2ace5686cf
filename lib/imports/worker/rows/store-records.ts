import { quoteText } from '@/lib/workspace/quote';
import type { StageDb } from '../stage-db';
import { rowsFile } from './rows-file';
import type { FilledColumn } from './select-records';
import type { SqlParams } from './sql-params';

/** What a row group may take while it is written and read, and the rows that the engine works on at a time. */
const GROUP_BYTES = 32 * 1024 * 1024;
const GROUP_ROWS_LEAST = 2048;
/**
 * One row group of a table and a half, and up to 2,047 rows more, which the writer adds: who publishes them writes each as soon as it is read. Fewer
 * rows wait for others to be put together with; a smaller remainder the next checkpoint would merge, by writing all of the table anew.
 */
const GROUP_ROWS_FULL = 94_208;
/** Smaller ones are put together before they are written. */
const GROUP_ROWS_PART = 57_344;
/** Values of a column that are written once each in a row group; looking for them in columns with more would only take time. */
const DICTIONARY_MOST = 1000;
/** Files with longer records are no row groups. */
export const LONGEST_MAX = 64 * 1024;

export type RecordStore = {
  readonly ordinal: number;
  readonly stageDir: string;
  readonly filled: readonly FilledColumn[];
  /** Bytes of an ordinary and of the longest record, as far as known. */
  readonly usual: number;
  readonly longest: number;
};

/**
 * Runs a statement of `selectRecords` and keeps what it reads: view `file_<ordinal>` of the stage, with the 0-based `_row` besides. A
 * file of row groups is written and read again in little memory and half the time of a table; records too long for that
 * become a table.
 */
export async function storeRecords(
  db: StageDb,
  { ordinal, stageDir, filled, usual, longest }: RecordStore,
  select: string,
  params: SqlParams,
): Promise<void> {
  const view = `CREATE OR REPLACE VIEW stage.main.file_${ordinal} AS SELECT`;
  if (longest > LONGEST_MAX) {
    await db.run(`CREATE OR REPLACE TABLE stage.main.cells_${ordinal} AS ${select}`, params.of(select));
    await db.run(`${view} rowid AS _row, * FROM cells_${ordinal}`);
    return;
  }
  const rows = Math.floor(GROUP_BYTES / Math.max(1, usual) / GROUP_ROWS_LEAST) * GROUP_ROWS_LEAST;
  const groupRows =
    rows >= GROUP_ROWS_FULL ? GROUP_ROWS_FULL : Math.max(GROUP_ROWS_LEAST, Math.min(rows, GROUP_ROWS_PART));
  const path = quoteText(rowsFile(stageDir, ordinal));
  // The format has no whole numbers of 128 bits: they go as text.
  const wide = filled.flatMap(({ column }, index) => (column.type === 'hugeint' ? [`c${index}`] : []));
  const cast = (type: string) =>
    wide.length === 0 ? '*' : `* REPLACE (${wide.map((name) => `${name}::${type} AS ${name}`).join(', ')})`;
  await db.run(
    `COPY (SELECT ${cast('VARCHAR')} FROM (${select})) TO ${path}
     (FORMAT parquet, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT ${DICTIONARY_MOST}, ROW_GROUP_SIZE ${groupRows})`,
    params.of(select),
  );
  await db.run(
    `${view} file_row_number AS _row, ${cast('HUGEINT').replace('*', '* EXCLUDE (file_row_number)')}
     FROM read_parquet(${path}, file_row_number = true, hive_partitioning = false)`,
  );
}
