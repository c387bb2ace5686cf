import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { read } from '@/lib/workspace/server/read';
import { queryLogs, queryReadings, sources } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import type { LoggedQuery } from '../query-log-contract';
import { fileName, importsById } from './published-imports';
import { assertSnapshot, newestSnapshot } from './snapshot-number';

const Row = z.object({
  source: z.string(),
  dialect: z.string(),
  text: z.string(),
  seen: z.int(),
  statements: z.int(),
  unread: z.int(),
  importId: z.string(),
  file: z.int(),
  record: z.int(),
});

const QUERY = `
  SELECT r.source, coalesce(s.dialect, '') AS dialect, q.command_text AS text, r.seen, r.statements, r.unread,
    q._import AS "importId", q._file AS file, q._record AS record
  FROM ${asOf(queryReadings)} AS r JOIN ${asOf(queryLogs)} AS q ON q.source = r.source AND q.hash = r.hash
  LEFT JOIN ${asOf(sources)} AS s ON s.source = r.source
  WHERE r.pattern = $pattern AND ($source IS NULL OR r.source = $source) ORDER BY r.source LIMIT 1`;

/**
 * A logged statement with its text, as of a snapshot.
 * @throws AppError not-found, stale-snapshot
 */
export async function getLoggedQuery(
  pattern: string,
  { snapshot, source = null }: { snapshot?: number | undefined; source?: string | null | undefined },
): Promise<LoggedQuery> {
  return read(async (db) => {
    if (snapshot !== undefined) await assertSnapshot(db, snapshot);
    const of = snapshot ?? (await newestSnapshot(db));
    const row = await db.one(Row, QUERY, { pattern, source, snapshot: of });
    if (row === undefined)
      throw new AppError(
        'not-found',
        `No query log of snapshot #${of} has such a statement${source === null ? '' : ` in the source ${source}`}. Take the id from \`logged\` of a proof of the same snapshot.`,
      );
    const { importId, file, record, ...query } = row;
    const published = (await importsById(db, [importId])).get(importId);
    return {
      ...query,
      snapshot: of,
      id: pattern,
      from: { import: published?.number ?? 0, file: fileName(published, file), record },
    };
  });
}
