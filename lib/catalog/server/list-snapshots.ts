import 'server-only';
import { z } from 'zod';
import type { listSnapshots as endpoint, Snapshot } from '@/lib/catalog/contract';
import { AppError } from '@/lib/errors/app-error';
import { type Published, publishedImports } from '@/lib/lineage/server/published-imports';
import { read } from '@/lib/workspace/server/read';

const Cursor = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const NEWER_THAN_ALL = 2 ** 31 - 1;
const NONE = { added: 0, changed: 0, removed: 0 };

/** Snapshots, newest first. The cursor is the number of the last one seen, so new ones do not shift the pages. */
export async function listSnapshots(
  query: z.output<(typeof endpoint)['query']>,
  signal?: AbortSignal,
): Promise<z.output<(typeof endpoint)['response']>> {
  const before = query.cursor === undefined ? NEWER_THAN_ALL : readCursor(query.cursor);
  return read(
    async (db) => {
      const rows = await publishedImports(db, { before, limit: query.limit + 1 });
      const items = rows.slice(0, query.limit).map(toSnapshot);
      const more = rows.length > items.length;
      const count = await db.one(
        z.object({ total: z.int() }),
        "SELECT count(*) AS total FROM imports WHERE state = 'succeeded'",
      );
      return {
        items,
        nextCursor: more ? String(items.at(-1)?.number) : null,
        total: count?.total ?? 0,
      };
    },
    { signal },
  );
}

export function toSnapshot(published: Published): Snapshot {
  return {
    number: published.number,
    importId: published.id,
    owner: published.owner,
    publishedAt: published.at,
    files: published.files.map(({ name }) => name),
    objects: published.receipt?.lineage.objects ?? NONE,
    edges: published.receipt?.lineage.edges ?? NONE,
  };
}

function readCursor(cursor: string): number {
  const parsed = Cursor.safeParse(cursor);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-request', 'The cursor is not valid. Take it from `nextCursor` of an answer.', {
    invalidParams: [{ name: 'cursor', reason: 'not a cursor of this list' }],
  });
}
