import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { judgeFooter } from '@/lib/formats/parquet/judge-footer';
import { engineReason, exhausted } from './engine-reason';
import type { WorkerFile } from './protocol';
import type { StageDb } from './stage-db';

const FileRow = z.object({ rows: z.number(), groups: z.number(), encrypted: z.boolean(), bytes: z.number() });
const ChunkRow = z.object({ codecs: z.array(z.string()), bytes: z.number(), recordBytes: z.number() });
const ColumnRow = z.object({ name: z.string(), type: z.string() });

/** The top-level columns with their engine types, the number of records the footer claims, and their bytes at most on average. */
type Footer = { columns: Array<{ name: string; type: string }>; records: number; recordBytes: number };

/** What was read for a job, by the path: who tells what a file is and who reads it both ask, and a file does not change meanwhile. */
const known = new WeakMap<StageDb, Map<string, Promise<Footer>>>();

/**
 * Reads a Parquet file's footer only, and refuses files that must not be decoded.
 * @throws AppError `unreadable-file` for a broken, encrypted, unbelievable or untested kind of file
 */
export function readFooter(db: StageDb, file: WorkerFile): Promise<Footer> {
  const footers = known.get(db) ?? new Map<string, Promise<Footer>>();
  known.set(db, footers);
  const footer = footers.get(file.path) ?? readNow(db, file);
  footers.set(file.path, footer);
  return footer;
}

async function readNow(db: StageDb, file: WorkerFile): Promise<Footer> {
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
