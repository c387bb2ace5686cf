import 'server-only';
import { z } from 'zod';
import type { Reader } from '@/lib/workspace/server/reader';
import type { SqlParams } from '@/lib/workspace/sql-value';
import type { ImportOutcome, ImportState } from '../../contract';
import { ImportRecord } from './import-record';

type Filter = {
  limit: number;
  /** Only numbers below this one. */
  before: number | null;
  state: ImportState | undefined;
  outcome: ImportOutcome | undefined;
  q: string | undefined;
  /** The import that is running now; it is shown elsewhere. */
  without: string | undefined;
};

const HAS_REJECTS = `CAST(json_extract(document, '$.receipt.rejected') AS BIGINT) > 0`;
const OUTCOMES: Record<ImportOutcome, string> = {
  published: `state = 'succeeded'`,
  'with-rejects': `state = 'succeeded' AND ${HAS_REJECTS}`,
  'not-published': `state IN ('failed', 'cancelled', 'interrupted')`,
};

/** How many stored imports match a text, in all and by outcome. */
export const OutcomeCounts = z.object({
  all: z.number(),
  published: z.number(),
  withRejects: z.number(),
  notPublished: z.number(),
});
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

const Row = z.object({ document: z.string().transform((text) => ImportRecord.parse(JSON.parse(text))) });

/** One page of stored imports by falling number; `total` counts all that match the filter, on whatever page. */
export async function pageOfImports(
  db: Reader,
  filter: Filter,
): Promise<{ records: ImportRecord[]; total: number; more: boolean; counts: OutcomeCounts }> {
  const where: string[] = ['true'];
  const params: Record<string, SqlParams[string]> = {};
  if (filter.without !== undefined) {
    where.push('id <> $without');
    params.without = filter.without;
  }
  if (filter.q !== undefined && filter.q !== '') {
    where.push(`(contains(lower(owner), $q) OR contains(lower(coalesce(source, '')), $q) OR '#' || number = $q
      OR len(list_filter(json_extract_string(document, '$.files[*].name'), lambda name: contains(lower(name), $q))) > 0)`);
    params.q = filter.q.toLowerCase();
  }
  const counts = await countOutcomes(db, where.join(' AND '), params);
  if (filter.state !== undefined) {
    where.push('state = $state');
    params.state = filter.state;
  }
  if (filter.outcome !== undefined) where.push(OUTCOMES[filter.outcome]);
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
    counts,
  };
}

async function countOutcomes(db: Reader, where: string, params: SqlParams): Promise<OutcomeCounts> {
  const counts = await db.one(
    OutcomeCounts,
    `SELECT count(*) AS "all", count(*) FILTER (${OUTCOMES.published}) AS published,
       count(*) FILTER (${OUTCOMES['with-rejects']}) AS "withRejects",
       count(*) FILTER (${OUTCOMES['not-published']}) AS "notPublished"
     FROM imports WHERE ${where}`,
    params,
  );
  return counts ?? { all: 0, published: 0, withRejects: 0, notPublished: 0 };
}
