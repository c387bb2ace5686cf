import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { ImportState } from '../contract';
import { ImportRecord } from './import-record';

type Filter = {
  limit: number;
  /** Only numbers below this one. */
  before: number | null;
  state: ImportState | undefined;
  q: string | undefined;
  /** The import that is running now; it is shown elsewhere. */
  without: string | undefined;
};

const Row = z.object({ document: z.string().transform((text) => ImportRecord.parse(JSON.parse(text))) });

/** One page of stored imports by falling number; `total` counts all that match the filter, on whatever page. */
export async function pageOfImports(
  db: Reader,
  filter: Filter,
): Promise<{ records: ImportRecord[]; total: number; more: boolean }> {
  const where: string[] = ['true'];
  const params: Record<string, SqlParams[string]> = {};
  if (filter.without !== undefined) {
    where.push('id <> $without');
    params.without = filter.without;
  }
  if (filter.state !== undefined) {
    where.push('state = $state');
    params.state = filter.state;
  }
  if (filter.q !== undefined && filter.q !== '') {
    where.push(`(contains(lower(owner), $q) OR contains(lower(coalesce(source, '')), $q) OR '#' || number = $q
      OR len(list_filter(json_extract_string(document, '$.files[*].name'), lambda name: contains(lower(name), $q))) > 0)`);
    params.q = filter.q.toLowerCase();
  }
  const total = await db.one(
    z.object({ imports: z.number() }),
    `SELECT count(*) AS imports FROM imports WHERE ${where.join(' AND ')}`,
    params,
  );
  if (filter.before !== null) {
    where.push('number < $before');
    params.before = filter.before;
  }
  const rows = await db.all(
    Row,
    `SELECT document FROM imports WHERE ${where.join(' AND ')} ORDER BY number DESC LIMIT $most`,
    { ...params, most: filter.limit + 1 },
  );
  return {
    records: rows.slice(0, filter.limit).map((row) => row.document),
    total: total?.imports ?? 0,
    more: rows.length > filter.limit,
  };
}
