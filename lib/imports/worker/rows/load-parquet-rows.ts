import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { quoteName, quoteText } from '@/lib/workspace/quote';
import { refuseDamaged } from '../refuse-damaged';
import { countParquet } from './count-parquet';
import { keepRowGroups } from './keep-row-groups';
import type { ReadTask } from './read-task';
import type { ParquetRowFile } from './row-file';
import { stagedRowBytes } from './rows-file';
import { selectGoodRecords, selectRecords } from './select-records';
import { SqlParams } from './sql-params';
import { storeRecords } from './store-records';

type ParquetTask = ReadTask<ParquetRowFile>;

/** What the engine calls the number of a row in its file; a file with a column of this name cannot be read with it. */
const ROW_NUMBER = 'file_row_number';

const Looked = z.object({ rows: z.int(), bad: z.int() });

/**
 * Reads a Parquet file into `file_<ordinal>` of the stage; view `records_<ordinal>` has its record numbers (no lines). A file without bad
 * records stays as it is, where the stage has a name of its own for it.
 * @throws AppError `unreadable-file` when a page is damaged, `unbalanced-receipt` when records are missing
 */
export async function loadParquetRows(task: ParquetTask): Promise<{ read: number; rowBytes: number | null }> {
  const { db, it, stageDir, progress } = task;
  const { ordinal } = it.file;
  const { groups, createdBy } = await countParquet(it.path);
  const counted = groups.reduce((sum, rows) => sum + rows, 0);
  progress.counted(counted);
  const inPlace = keepRowGroups(groups, it.recordBytes, createdBy) && (await readInPlace(task, counted));
  if (!inPlace) await readAndStore(task, counted);
  await db.run(
    `CREATE OR REPLACE VIEW stage.main.records_${ordinal} AS
     SELECT NULL::BIGINT AS _line, _row + 1 AS _record, * FROM file_${ordinal}`,
  );
  return {
    read: counted,
    rowBytes: inPlace ? it.recordBytes : await stagedRowBytes(stageDir, ordinal, counted),
  };
}

/** False when there is a bad record, or the file cannot have a second name. Every cell is read: who publishes reads no damaged page. */
async function readInPlace(task: ParquetTask, counted: number): Promise<boolean> {
  const { db, it, filled, nullKeys, stageDir, progress } = task;
  const source = join(stageDir, `source-${it.file.ordinal}.parquet`);
  await rm(source, { force: true });
  if (it.columns.some(({ name }) => name.toLowerCase() === ROW_NUMBER)) return false;
  if (!(await isLinked(it.path, source))) return false;
  const params = new SqlParams();
  const select = selectRecords(it, filled, nullKeys, cellsOf(task, params.add(it.path)), params);
  const cells = filled.map((_, index) => `c${index}`).join(', ');
  const sql = `SELECT count(*) AS rows, count(_why) AS bad, bit_xor(hash(${cells})) AS read FROM (${select})`;
  const reading = db.one(Looked, sql, params.of(sql));
  const { rows, bad } = await refuseDamaged(it.file.name, progress.during(db, reading));
  assertBalanced(task, counted, rows);
  if (bad > 0) return false;
  await db.run(
    `CREATE OR REPLACE VIEW stage.main.file_${it.file.ordinal} AS
     ${selectGoodRecords(it, filled, cellsOf(task, `${quoteText(source)}, ${ROW_NUMBER} = true`, `${ROW_NUMBER} AS _row`))}`,
  );
  return true;
}

/** Some file systems know no second names. */
async function isLinked(path: string, as: string): Promise<boolean> {
  return link(path, as).then(
    () => true,
    () => false,
  );
}

async function readAndStore(task: ParquetTask, counted: number): Promise<void> {
  const { db, it, filled, nullKeys, stageDir, progress } = task;
  const params = new SqlParams();
  const select = selectRecords(it, filled, nullKeys, cellsOf(task, params.add(it.path)), params);
  const { recordBytes } = it;
  const store = { ordinal: it.file.ordinal, stageDir, filled, usual: recordBytes, longest: recordBytes };
  await refuseDamaged(it.file.name, progress.during(db, storeRecords(db, store, select, params)));
  assertBalanced(task, counted, await db.count(`FROM stage.main.file_${it.file.ordinal}`));
}

/** The file's columns that are used, as `c<index>`, and another; `path` is SQL, with options of the reader. */
function cellsOf({ it, filled }: ParquetTask, path: string, other = 'NULL AS none'): string {
  const used = new Set(filled.map(({ source }) => source?.index));
  const picked = it.columns.flatMap(({ name }, index) =>
    used.has(index) ? [`${quoteName(name)} AS c${index}`] : [],
  );
  return `(SELECT ${[...picked, other].join(', ')} FROM read_parquet(${path}, hive_partitioning = false))`;
}

function assertBalanced({ it }: ParquetTask, counted: number, rows: number): void {
  if (rows === counted) return;
  throw new AppError(
    'unbalanced-receipt',
    `${it.file.name}: its footer counts ${counted} records, ${rows} were read. Nothing was imported.`,
    { extra: { file: it.file.name, counted, read: rows } },
  );
}
