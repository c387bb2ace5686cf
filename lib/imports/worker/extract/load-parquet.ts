import { AppError } from '@/lib/errors/app-error';
import { extractFiles } from '@/lib/formats/extract/extract-files';
import { quoteName } from '@/lib/workspace/quote';
import type { FileProgress } from '../progress';
import type { LoadedFile, RecognisedFile } from '../raw-file';
import { refuseDamaged } from '../refuse-damaged';
import type { StageDb } from '../stage-db';

/**
 * Reads the expected columns of a Parquet file into `raw_<ordinal>`; the record number is the row's own.
 * @throws AppError `unreadable-file` when a page is damaged, `unbalanced-receipt` when records are missing
 */
export async function loadParquet(
  db: StageDb,
  it: Extract<RecognisedFile, { format: 'parquet' }>,
  progress: FileProgress,
): Promise<LoadedFile> {
  const { file, role, header, detection } = it;
  const picked = extractFiles[role].map(
    ({ column }) => `${quoteName(header[detection.positions.get(column) ?? -1] ?? '')} AS ${column}`,
  );
  progress.counted(it.records);
  const sql = `CREATE TABLE raw_${file.ordinal} AS SELECT ${picked.join(', ')}
    FROM read_parquet($path, hive_partitioning = false)`;
  await refuseDamaged(file.name, progress.during(db, db.run(sql, { path: file.path })));
  await db.run(`CREATE VIEW rows_${file.ordinal} AS SELECT rowid + 1 AS _record, * FROM raw_${file.ordinal}`);
  const rows = await db.count(`FROM raw_${file.ordinal}`);
  if (rows !== it.records)
    throw new AppError(
      'unbalanced-receipt',
      `${file.name}: its footer says ${it.records} records, ${rows} were read. Nothing was imported.`,
      { extra: { file: file.name, counted: it.records, read: rows } },
    );
  return { ...it, read: it.records, rows, rejected: 0 };
}
