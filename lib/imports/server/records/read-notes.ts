import 'server-only';
import { z } from 'zod';
import { NOTES_KEPT_MAX, type Receipt } from '@/lib/imports/contract';
import { quoteName } from '@/lib/workspace/quote';
import type { Reader } from '@/lib/workspace/server/reader';

const Row = z.object({ file: z.int(), record: z.int().nullable(), code: z.string(), message: z.string() });

/**
 * What the worker noted in the stage that is attached as `stage` besides rejects, in the order of the files: all of it counted, the first
 * NOTES_KEPT_MAX in words. `names` are the files' names by ordinal - 1.
 */
export async function readNotes(
  db: Reader,
  names: readonly string[],
  stage = 'stage',
): Promise<Receipt['notes']> {
  const table = quoteName(stage, 'main', 'stage_notes');
  const counted = await db.one(z.object({ count: z.int() }), `SELECT count(*) AS count FROM ${table}`);
  const rows = await db.all(
    Row,
    `SELECT _file AS file, record, code, message FROM ${table}
     ORDER BY _file, record NULLS FIRST, code, message LIMIT $kept`,
    { kept: NOTES_KEPT_MAX },
  );
  const items = rows.map(({ file, ...note }) => ({ file: names[file - 1] ?? '', ...note }));
  return { count: counted?.count ?? 0, items };
}
