import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { Reject, RejectGroup } from '@/lib/imports/contract';
import { read } from '@/lib/workspace/server/read';
import type { listDatasetRejects as endpoint } from '../contract';
import { datasetAt } from './dataset-at';
import { FILES_OF_LOADS, type FileOfLoad, rejectingLoads } from './rejecting-loads';

type Query = EndpointInput<typeof endpoint>['query'];
type Page = EndpointResponse<typeof endpoint>;

const Row = Reject.extend({
  import: z.int(),
  reasons: z.string().transform((text) => Reject.shape.reasons.parse(JSON.parse(text))),
});
const Group = RejectGroup.extend({ imports: z.array(z.int()) });

/**
 * Records that the loads of a dataset rejected, up to a snapshot, newest load first; all of them counted in groups.
 * @throws AppError not-found, stale-snapshot, invalid-request (cursor), deadline
 */
export async function listDatasetRejects(name: string, query: Query, signal?: AbortSignal): Promise<Page> {
  const offset = offsetOf(query.cursor);
  return read(
    async (db) => {
      const { dataset, snapshot } = await datasetAt(db, name, query.snapshot);
      const params = { name: dataset.name, snapshot };
      const groups = await db.all(
        Group,
        `SELECT g.column_name AS "column", g.code, arg_max(g.message, f.number) AS message,
           CAST(sum(g.records) AS BIGINT) AS records, list(DISTINCT f.number ORDER BY f.number DESC) AS imports,
           arg_max(g.example, f.number) AS example
         FROM reject_groups AS g JOIN ${FILES_OF_LOADS} AS f ON g.import = f.id AND g._file = f.ordinal
         GROUP BY g.column_name, g.code ORDER BY records DESC, g.code, g.column_name NULLS FIRST`,
        params,
      );
      const from = `rejects AS r JOIN ${FILES_OF_LOADS} AS f ON r.import = f.id AND r._file = f.ordinal
        WHERE ($code IS NULL OR r.code = $code) AND ($column IS NULL OR coalesce(r.column_name, '') = $column)`;
      const wanted = { ...params, code: query.code ?? null, column: query.column ?? null };
      const kept = await db.one(z.object({ kept: z.int() }), `SELECT count(*) AS kept FROM ${from}`, wanted);
      const items = await db.all(
        Row,
        `SELECT f.number AS import, f.file, r.record, r.line, r.byte_offset AS "byteOffset", r.column_name AS "column",
           r.code, r.message, r.raw, r.reasons
         FROM ${from} ORDER BY f.number DESC, f.ordinal, r.record, r.line, r.rowid LIMIT $most OFFSET $offset`,
        { ...wanted, most: query.limit, offset },
      );
      const next = offset + items.length;
      const total = groups
        .filter((group) => query.code === undefined || group.code === query.code)
        .filter((group) => query.column === undefined || (group.column ?? '') === query.column)
        .reduce((sum, group) => sum + group.records, 0);
      return {
        snapshot,
        items,
        nextCursor: items.length > 0 && next < (kept?.kept ?? 0) ? String(next) : null,
        total,
        kept: kept?.kept ?? 0,
        groups,
        loads: loadsOf(await rejectingLoads(db, dataset, snapshot)),
      };
    },
    { signal },
  );
}

function loadsOf(files: readonly FileOfLoad[]): Page['loads'] {
  const loads = new Map<number, Page['loads'][number]>();
  for (const { import: number, file, rejected, owner, at, children, rolledBackBy } of files) {
    const load = loads.get(number) ?? { import: number, owner, at, children, rolledBackBy, files: [] };
    // Files of one name are downloaded together.
    const named = load.files.find((one) => one.name === file);
    if (named === undefined) load.files.push({ name: file, rejected });
    else named.rejected += rejected;
    loads.set(number, load);
  }
  return [...loads.values()];
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const reason = 'take it from nextCursor of the page before';
  throw new AppError('invalid-request', `cursor: ${reason}`, { invalidParams: [{ name: 'cursor', reason }] });
}
