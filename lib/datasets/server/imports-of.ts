import 'server-only';
import { z } from 'zod';
import { Owner } from '@/lib/identity/owner';
import type { Reader } from '@/lib/workspace/server/reader';

const json = <T>(shape: z.ZodType<T>) => z.string().transform((text) => shape.parse(JSON.parse(text)));

const Row = z.object({
  id: z.string(),
  number: z.int(),
  owner: json(Owner),
  at: z.iso.datetime(),
  files: json(z.array(z.string())),
});
export type ImportOrigin = z.infer<typeof Row>;

const COLUMNS = `id, number, CAST(json_extract(document, '$.owner') AS VARCHAR) AS owner,
  coalesce(finished_at, started_at, to_timestamp(0)) AS at,
  CAST(to_json(json_extract_string(document, '$.files[*].name')) AS VARCHAR) AS files`;

/** What rows say of the imports they came from, by id. */
export async function importsById(db: Reader, ids: readonly string[]): Promise<Map<string, ImportOrigin>> {
  const rows = await wanted(db, 'id = ANY($keys)', [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same by number, which is that of the snapshot. */
export async function importsOfSnapshots(
  db: Reader,
  numbers: readonly number[],
): Promise<Map<number, ImportOrigin>> {
  const rows = await wanted(db, 'number = ANY($keys)', [...new Set(numbers)]);
  return new Map(rows.map((row) => [row.number, row]));
}

async function wanted(db: Reader, where: string, keys: string[] | number[]): Promise<ImportOrigin[]> {
  return keys.length === 0 ? [] : db.all(Row, `SELECT ${COLUMNS} FROM imports WHERE ${where}`, { keys });
}
