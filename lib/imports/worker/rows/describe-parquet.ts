import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { InferredColumn } from '@/lib/formats/rows/infer-column';
import { readFooter } from '../read-footer';
import type { StageDb } from '../stage-db';
import { rowTypeOf } from './read-engine-as';
import type { ParquetRowFile } from './row-file';

/** The columns of a Parquet file by its footer. @throws AppError `unreadable-file`; `unrecognised-file` for times that would be cut */
export async function describeParquet(
  db: StageDb,
  base: Pick<ParquetRowFile, 'file' | 'dataset' | 'choice' | 'compression'>,
  path: string,
): Promise<ParquetRowFile> {
  const footer = await readFooter(db, { ...base.file, path });
  if (footer.columns.some(({ type }) => type === ZONED)) await refuseCut(db, base, path);
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

const ZONED = 'TIMESTAMP WITH TIME ZONE';
const NameRow = z.object({ name: z.string() });

/** Of times with a zone in nanoseconds the engine reads the microseconds only and says nothing: somebody has to confirm it. */
async function refuseCut(
  db: StageDb,
  { file, choice }: Pick<ParquetRowFile, 'file' | 'choice'>,
  path: string,
): Promise<void> {
  const cut = await db.all(
    NameRow,
    `SELECT name FROM parquet_schema($path) WHERE duckdb_type = '${ZONED}' AND logical_type LIKE '%NANOS=NanoSeconds%'`,
    { path },
  );
  const confirmed = new Set(choice?.columns?.map((column) => column.name));
  const first = cut.find(({ name }) => !confirmed.has(name));
  if (first === undefined) return;
  throw new AppError(
    'unrecognised-file',
    `${file.name}: ${first.name} holds times with a zone in nanoseconds, of which only microseconds can be kept. ` +
      'Confirm the column ("type": "timestamptz") to cut what is finer, or leave it out ("as": null).',
    { extra: { file: file.name, question: 'nanoseconds', column: first.name } },
  );
}
