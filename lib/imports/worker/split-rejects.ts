import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { RECORD_MAX_BYTES, type RecordCount, UNUSABLE_KEPT_MAX } from '@/lib/formats/csv/count-records';
import type { CsvDialect } from '@/lib/formats/csv/dialect';
import { locateRecords } from '@/lib/formats/csv/locate-records';
import { placeOf } from './places';
import type { WorkerFile } from './protocol';
import type { StageDb } from './stage-db';

/** A CSV file as far as splitting it into cells goes. */
export type SplitFile = {
  readonly file: WorkerFile;
  readonly header: readonly string[];
  readonly dialect: CsvDialect;
};

const MESSAGES = {
  quotes: {
    code: 'BAD_QUOTE',
    message: 'Text follows the closing quote of a cell; write quotes inside a cell twice.',
  },
  size: { code: 'TOO_LONG', message: `The record is longer than ${RECORD_MAX_BYTES / 1024 / 1024} MiB.` },
} as const;

/**
 * Table `split_<ordinal>`: why records could not be split into cells, as the engine and the scanner found them.
 * @returns how many records that are; `odd` when the engine has a reason that the scanner would have found first
 */
export async function collectSplitRejects(
  db: StageDb,
  it: SplitFile,
  count: RecordCount,
  rejects: string,
): Promise<{ rejected: number; odd: boolean }> {
  const table = `split_${it.file.ordinal}`;
  // The engine gives one row per bad cell; its `line` is the position, header = 1 and blank lines counted.
  await db.run(
    `CREATE OR REPLACE TABLE ${table} AS SELECT line - 1 AS position, NULL::BIGINT AS record, column_idx::INTEGER AS cell,
       CASE error_type WHEN 'MISSING COLUMNS' THEN 'TOO_FEW_CELLS' WHEN 'TOO MANY COLUMNS' THEN 'TOO_MANY_CELLS'
         WHEN 'INVALID ENCODING' THEN 'BAD_ENCODING' END AS code,
       CASE error_type WHEN 'MISSING COLUMNS' THEN 'The record has ' || found || ' of ${it.header.length} cells.'
         WHEN 'TOO MANY COLUMNS' THEN 'The record has ' || found || ' cells; the header has ${it.header.length}.'
         WHEN 'INVALID ENCODING' THEN 'The record is not UTF-8 text; save the file as UTF-8.' END AS message
     FROM (SELECT *, regexp_extract(error_message, 'Found: (\\d+)', 1) AS found FROM ${rejects})`,
  );
  const odd = await db.count(`FROM ${table} WHERE code IS NULL`);
  await db.append(
    table,
    count.unusable.map(({ position, why }) => [
      position,
      null,
      null,
      MESSAGES[why].code,
      MESSAGES[why].message,
    ]),
  );
  return { rejected: await db.count(`SELECT DISTINCT position FROM ${table}`), odd: odd > 0 };
}

/** Turns `split_<ordinal>` into reasons with record numbers. @throws AppError `bad-records` when there are too many */
export async function storeSplitReasons(
  db: StageDb,
  it: SplitFile,
  count: RecordCount,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const table = `split_${it.file.ordinal}`;
  const rejected = await db.count(`SELECT DISTINCT position FROM ${table}`);
  if (rejected === 0) return;
  refuseFlood(it, rejected);
  if (count.blanks === 0)
    await db.run(`UPDATE ${table} SET record = position - ${(it.dialect.headerRecords ?? 1) - 1}`);
  else await numberRecords(db, table, it, bytes);
  const names = it.header.map((_, index) => `WHEN ${index + 1} THEN $c${index}`).join(' ');
  await db.run(
    `INSERT INTO reasons SELECT ${placeOf(it.file.ordinal, 'record')}, -1,
       CASE WHEN code = 'BAD_ENCODING' THEN CASE cell ${names} END END, code, any_value(message)
     FROM ${table} GROUP BY ALL`,
    Object.fromEntries(it.header.map((name, index) => [`c${index}`, name])),
  );
}

/** @throws AppError `bad-records` for a file that is hardly one */
export function refuseFlood({ file, header, dialect }: SplitFile, rejected: number): void {
  if (rejected <= UNUSABLE_KEPT_MAX) return;
  throw new AppError(
    'bad-records',
    `${file.name}: ${rejected} records do not have the header's ${header.length} cells. ` +
      `Is ${JSON.stringify(dialect.delimiter)} the right delimiter, and are quotes inside cells doubled? Nothing was imported.`,
    { extra: { file: file.name, rejected } },
  );
}

const PositionRow = z.object({ position: z.number() });

/** Blank lines shift positions against records, so a second pass over the file numbers the rejected ones. */
async function numberRecords(
  db: StageDb,
  table: string,
  it: SplitFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const positions = await db.all(PositionRow, `SELECT DISTINCT position FROM ${table} ORDER BY position`);
  const numbers: Array<[number, number]> = [];
  const wanted = positions.map((row) => row.position);
  for await (const { position, record } of locateRecords(bytes, it.dialect, 'position', wanted, 0))
    numbers.push([position, record]);
  await db.run(`CREATE TABLE numbers_${it.file.ordinal} (position BIGINT, record BIGINT)`);
  await db.append(`numbers_${it.file.ordinal}`, numbers);
  await db.run(
    `UPDATE ${table} SET record = n.record FROM numbers_${it.file.ordinal} AS n WHERE n.position = ${table}.position`,
  );
}

/** Table `gaps_<ordinal>` in `schema`: from row `at` (0-based) on, `before` records are rejected. @returns how many there are */
export async function createGaps(db: StageDb, ordinal: number, schema: string): Promise<number> {
  await db.run(
    `CREATE OR REPLACE TABLE ${schema}.gaps_${ordinal} AS SELECT record - number AS at, max(number) AS before
     FROM (SELECT record, row_number() OVER (ORDER BY record) AS number FROM (SELECT DISTINCT record FROM split_${ordinal}))
     GROUP BY 1`,
  );
  return db.count(`FROM ${schema}.gaps_${ordinal}`);
}

/** View `rows_<ordinal>`: the record number is the row's own plus the rejected records before it. */
export async function createRowsView(db: StageDb, ordinal: number): Promise<void> {
  const gaps = await createGaps(db, ordinal, 'memory.main');
  await db.run(
    gaps === 0
      ? `CREATE VIEW rows_${ordinal} AS SELECT rowid + 1 AS _record, * FROM raw_${ordinal}`
      : `CREATE VIEW rows_${ordinal} AS SELECT r.rowid + 1 + coalesce(g.before, 0) AS _record, r.*
         FROM raw_${ordinal} AS r ASOF LEFT JOIN gaps_${ordinal} AS g ON r.rowid >= g.at`,
  );
}
