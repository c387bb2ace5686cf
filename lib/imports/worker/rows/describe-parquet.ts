import type { InferredColumn } from '@/lib/formats/rows/infer-column';
import { readFooter } from '../read-footer';
import type { StageDb } from '../stage-db';
import { rowTypeOf } from './read-engine-as';
import type { ParquetRowFile } from './row-file';

/** The columns of a Parquet file by its footer. @throws AppError `unreadable-file` */
export async function describeParquet(
  db: StageDb,
  base: Pick<ParquetRowFile, 'file' | 'dataset' | 'choice' | 'compression'>,
  path: string,
): Promise<ParquetRowFile> {
  const footer = await readFooter(db, { ...base.file, path });
  const columns = footer.columns.map(({ name, type }) => {
    const guess: InferredColumn = { type: rowTypeOf(type), question: null, filled: footer.records };
    return { name, engine: type, guess };
  });
  return {
    ...base,
    format: 'parquet',
    path,
    records: footer.records,
    recordBytes: footer.recordBytes,
    columns,
  };
}
