import { AppError } from '@/lib/errors/app-error';
import type { RecordCount } from '@/lib/formats/csv/count-records';
import { extractFiles } from '@/lib/formats/extract/extract-files';
import { engineReason, exhausted } from './engine-reason';
import type { CsvFile } from './raw-file';
import { collectSplitRejects } from './split-rejects';
import type { StageDb } from './stage-db';

const LINE_LEAST = 1024 * 1024;

/**
 * One reading of a CSV file by the engine into `raw_<ordinal>` and `split_<ordinal>`.
 * @returns rows read, records rejected, and whether the engine rejected what the scanner found whole
 * @throws AppError `unreadable-file`
 */
export async function readCsvFile(
  db: StageDb,
  it: CsvFile,
  path: string,
  count: RecordCount,
  parallel: boolean,
): Promise<{ rows: number; rejected: number; odd: boolean }> {
  const { file, role, header, detection, dialect } = it;
  const lineBytes = Math.max(LINE_LEAST, count.longest + 1024);
  const columns = header.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const picked = extractFiles[role].map(({ column }) => `c${detection.positions.get(column)} AS ${column}`);
  // A blank line of a file with one column arrives as a null row; quoted empty cells stay empty text.
  const blankLines = header.length === 1 ? 'WHERE c0 IS NOT NULL' : '';
  const rejects = `rejects_${file.ordinal}_${parallel ? 'parallel' : 'serial'}`;
  try {
    await db.run(
      `CREATE OR REPLACE TABLE raw_${file.ordinal} AS SELECT ${picked.join(', ')}
       FROM read_csv($path, columns = {${columns}}, auto_detect = false, header = true, delim = $delimiter, quote = $quote,
         escape = $quote, nullstr = '', allow_quoted_nulls = false, comment = '', encoding = 'utf-8', compression = 'none',
         hive_partitioning = false, null_padding = false, strict_mode = true, parallel = ${parallel},
         max_line_size = ${lineBytes}, buffer_size = ${8 * lineBytes},
         store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan')
       ${blankLines}`,
      { path, delimiter: dialect.delimiter, quote: dialect.quote },
    );
  } catch (error) {
    if (exhausted(error)) throw error;
    throw new AppError('unreadable-file', `${file.name} cannot be read as CSV: ${engineReason(error)}.`, {
      extra: { file: file.name },
      cause: error,
    });
  }
  const rows = await db.count(`FROM raw_${file.ordinal}`);
  return { rows, ...(await collectSplitRejects(db, it, count, rejects)) };
}
