import 'server-only';
import { z } from 'zod';
import { Owner } from '@/lib/identity/owner';
import type { Reader } from '@/lib/workspace/server/reader';
import type { Dataset } from '../dataset';

const json = <T>(shape: z.ZodType<T>) => z.string().transform((text) => shape.parse(JSON.parse(text)));

const FileOfLoad = z.object({
  import: z.int(),
  /** Of the file in its import, from 1. */
  ordinal: z.int(),
  file: z.string(),
  rejected: z.int(),
  owner: json(Owner),
  at: z.iso.datetime(),
  children: json(z.array(z.int())),
  rolledBackBy: z.int().nullable(),
});
export type FileOfLoad = z.infer<typeof FileOfLoad>;

/**
 * The files that the loads of a dataset brought, up to `$snapshot`, where a load rejected records; to stand after FROM, with
 * parameters `$name` and `$snapshot`.
 */
export const FILES_OF_LOADS = `(
  SELECT id, number, finished, document, ordinal, files[ordinal].name AS file, files[ordinal].rejected AS rejected
  FROM (
    SELECT i.id, i.number, coalesce(i.finished_at, i.started_at, to_timestamp(0)) AS finished, i.document,
      from_json(json_extract(i.document, '$.receipt.files'),
        '[{"name": "VARCHAR", "dataset": "VARCHAR", "rejected": "BIGINT"}]') AS files,
      unnest(range(1, CAST(json_array_length(i.document, '$.receipt.files') AS BIGINT) + 1)) AS ordinal
    FROM imports AS i JOIN dataset_loads AS l ON l.snapshot = i.number
    WHERE l.dataset = $name AND l.rejected > 0 AND l.snapshot <= $snapshot)
  WHERE lower(files[ordinal].dataset) = lower($name))`;

/** These files with what is said of their imports, newest first. */
export async function rejectingLoads(db: Reader, { name }: Dataset, snapshot: number): Promise<FileOfLoad[]> {
  return db.all(
    FileOfLoad,
    `SELECT number AS import, ordinal, file, rejected, finished AS at,
       CAST(json_extract(document, '$.owner') AS VARCHAR) AS owner,
       CAST(coalesce(json_extract(document, '$.children'), '[]') AS VARCHAR) AS children,
       CAST(json_extract_string(document, '$.rolledBackBy') AS INTEGER) AS "rolledBackBy"
     FROM ${FILES_OF_LOADS} AS f WHERE rejected > 0 ORDER BY number DESC, ordinal`,
    { name, snapshot },
  );
}
