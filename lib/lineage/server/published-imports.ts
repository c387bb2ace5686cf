import 'server-only';
import { z } from 'zod';
import { Owner } from '@/lib/identity/owner';
import { Receipt } from '@/lib/imports/contract';
import type { Reader } from '@/lib/workspace/server/reader';

/** What browsing needs of a succeeded import. */
const PublishedImport = z.object({
  id: z.uuid(),
  number: z.int(),
  owner: Owner,
  files: z.array(z.object({ name: z.string() })),
  receipt: Receipt.nullable(),
});

const Row = z
  .object({
    document: z.string().transform((text): unknown => JSON.parse(text)),
    /** When it was published; while the publish is not over yet, when it started. */
    at: z.iso.datetime(),
  })
  .transform(({ document, at }) => ({ ...PublishedImport.parse(document), at }));

export type Published = z.output<typeof Row>;

const COLUMNS = 'document, coalesce(finished_at, started_at, to_timestamp(0)) AS at';

/** The newest snapshots with a number below `before`, newest first. */
export function publishedImports(
  db: Reader,
  { before, limit }: { before: number; limit: number },
): Promise<Published[]> {
  return db.all(
    Row,
    `SELECT ${COLUMNS} FROM imports WHERE state = 'succeeded' AND number < $before
     ORDER BY number DESC LIMIT $limit`,
    { before, limit },
  );
}

/** The imports with these numbers, by number. */
export async function importsByNumber(
  db: Reader,
  numbers: readonly number[],
): Promise<Map<number, Published>> {
  if (numbers.length === 0) return new Map();
  const rows = await db.all(Row, `SELECT ${COLUMNS} FROM imports WHERE number = ANY($numbers)`, {
    numbers: [...new Set(numbers)],
  });
  return new Map(rows.map((row) => [row.number, row]));
}

/** The imports with these ids, by id. */
export async function importsById(db: Reader, ids: readonly string[]): Promise<Map<string, Published>> {
  if (ids.length === 0) return new Map();
  const rows = await db.all(Row, `SELECT ${COLUMNS} FROM imports WHERE id = ANY($ids)`, {
    ids: [...new Set(ids)],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The name of a file by its 1-based ordinal in the import. */
export function fileName(published: Published | undefined, ordinal: number): string {
  return published?.files[ordinal - 1]?.name ?? `file ${ordinal}`;
}
