import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { judgeFooter } from '@/lib/formats/parquet/judge-footer';
import { engineReason, exhausted } from './engine-reason';
import type { WorkerFile } from './protocol';
import type { StageDb } from './stage-db';

const FileRow = z.object({ rows: z.number(), groups: z.number(), encrypted: z.boolean(), bytes: z.number() });
const ChunkRow = z.object({ codecs: z.array(z.string()), bytes: z.number(), recordBytes: z.number() });
const ColumnRow = z.object({ name: z.string(), type: z.string() });

/**
 * Reads a Parquet file's footer only, and refuses files that must not be decoded.
 * @returns the top-level columns with their engine types, the number of records the footer claims, and their bytes at most on average
 * @throws AppError `unreadable-file` for a broken, encrypted, unbelievable or untested kind of file
 */
export async function readFooter(
  db: StageDb,
  file: WorkerFile,
): Promise<{ columns: Array<{ name: string; type: string }>; records: number; recordBytes: number }> {
  const refuse = (reason: string, cause?: unknown) =>
    new AppError('unreadable-file', `${file.name} ${reason}.`, { extra: { file: file.name }, cause });
  const path = { path: file.path };
  try {
    const meta = await db.one(
      FileRow,
      `SELECT num_rows AS rows, num_row_groups AS groups, file_size_bytes::BIGINT AS bytes,
        encryption_algorithm IS NOT NULL AS encrypted FROM parquet_file_metadata($path)`,
      path,
    );
    const chunks = await db.one(
      ChunkRow,
      `SELECT coalesce(list(DISTINCT compression), []) AS codecs,
        coalesce(sum(total_uncompressed_size), 0)::BIGINT AS bytes,
        coalesce((SELECT max(bytes / greatest(1, rows)) FROM (
          SELECT sum(total_uncompressed_size) AS bytes, any_value(row_group_num_rows) AS rows
          FROM parquet_metadata($path) GROUP BY row_group_id)), 0)::DOUBLE AS "recordBytes"
       FROM parquet_metadata($path)`,
      path,
    );
    const columns = await db.all(
      ColumnRow,
      `SELECT column_name AS name, column_type AS type
       FROM (DESCRIBE SELECT * FROM read_parquet($path, hive_partitioning = false))`,
      path,
    );
    const reason = judgeFooter({
      rows: meta.rows,
      rowGroups: meta.groups,
      columns: columns.length,
      encrypted: meta.encrypted,
      codecs: chunks.codecs,
      uncompressedBytes: chunks.bytes,
      fileBytes: meta.bytes,
    });
    if (reason !== null) throw refuse(reason);
    return { columns, records: meta.rows, recordBytes: chunks.recordBytes };
  } catch (error) {
    if (error instanceof AppError || exhausted(error)) throw error;
    throw refuse(`is damaged: its Parquet footer cannot be read (${engineReason(error)})`, error);
  }
}
