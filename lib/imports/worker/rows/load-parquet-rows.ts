import { AppError } from '@/lib/errors/app-error';
import { quoteName } from '@/lib/workspace/quote';
import type { FileProgress } from '../progress';
import { refuseDamaged } from '../refuse-damaged';
import type { StageDb } from '../stage-db';
import { countParquet } from './count-parquet';
import type { ParquetRowFile } from './row-file';
import { type FilledColumn, selectRecords } from './select-records';
import { SqlParams } from './sql-params';
import { storeRecords } from './store-records';

/**
 * Reads a Parquet file into `file_<ordinal>` of the stage; view `records_<ordinal>` has its record numbers (no lines).
 * @throws AppError `unreadable-file` when a page is damaged, `unbalanced-receipt` when records are missing
 */
export async function loadParquetRows(
  db: StageDb,
  it: ParquetRowFile,
  filled: readonly FilledColumn[],
  nullKeys: 'reject' | 'skip',
  stageDir: string,
  progress: FileProgress,
): Promise<{ read: number }> {
  const { file, path, columns } = it;
  const counted = await countParquet(path);
  progress.counted(counted);
  const params = new SqlParams();
  const used = new Set(filled.map(({ source }) => source?.index));
  const picked = columns.flatMap(({ name }, index) =>
    used.has(index) ? [`${quoteName(name)} AS c${index}`] : [],
  );
  const from = `(SELECT ${[...picked, 'NULL AS none'].join(', ')} FROM read_parquet(${params.add(path)}, hive_partitioning = false))`;
  const select = selectRecords(it, filled, nullKeys, from, params);
  const store = { ordinal: file.ordinal, stageDir, filled, usual: it.recordBytes, longest: it.recordBytes };
  await refuseDamaged(file.name, progress.during(db, storeRecords(db, store, select, params)));
  const rows = await db.count(`FROM stage.main.file_${file.ordinal}`);
  if (rows !== counted)
    throw new AppError(
      'unbalanced-receipt',
      `${file.name}: its footer counts ${counted} records, ${rows} were read. Nothing was imported.`,
      { extra: { file: file.name, counted, read: rows } },
    );
  await db.run(
    `CREATE OR REPLACE VIEW stage.main.records_${file.ordinal} AS
     SELECT NULL::BIGINT AS _line, _row + 1 AS _record, * FROM file_${file.ordinal}`,
  );
  return { read: counted };
}
