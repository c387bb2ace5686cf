import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import type { EndpointInput, EndpointResponse } from '@/lib/http/endpoint';
import { read } from '@/lib/workspace/server/read';
import type { listRejects as contract } from '../../contract';
import { Reject } from '../../contract';
import { getRecord } from '../records/find-record';
import type { ImportRecord } from '../records/import-record';
import { importsReady } from '../recover/recover-imports';
import { rejectTables } from './reject-tables';

type Query = EndpointInput<typeof contract>['query'];
type Page = EndpointResponse<typeof contract>;

export const RejectRow = z.object({
  file: z.number(),
  record: z.number().nullable(),
  line: z.number().nullable(),
  byteOffset: z.number().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  raw: z.string(),
  reasons: z.string().transform((text) => Reject.shape.reasons.parse(JSON.parse(text))),
});
export type RejectRow = z.infer<typeof RejectRow>;

export const REJECT_COLUMNS = `_file AS file, record, line, byte_offset AS "byteOffset", column_name AS "column", code, message, raw, reasons`;

const GroupRow = z.object({
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  records: z.number(),
  files: z.array(z.number()),
  example: z.string(),
});

/**
 * Rejected records of an import in the order of its files, with all of them counted in groups. `total` counts rejects,
 * `kept` those whose details are stored.
 * @throws AppError not-found (also for a file that the import does not have), invalid-request
 */
export async function listRejects(idOrNumber: string, { limit, cursor, file }: Query): Promise<Page> {
  await importsReady();
  const record = await getRecord(idOrNumber);
  const files = fileOrdinals(record, file);
  const from = cursorOffset(cursor);
  const { rejects, groups: grouped, params: own } = rejectTables(record.id);
  const where = '_file = ANY($files)';
  const params = { ...own, files };
  return read(async (db) => {
    const groups = await db.all(
      GroupRow,
      `SELECT column_name AS "column", code, arg_min(message, _file) AS message, CAST(sum(records) AS BIGINT) AS records,
         list(DISTINCT _file ORDER BY _file) AS files, arg_min(example, _file) AS example
       FROM ${grouped} AS g WHERE ${where} GROUP BY column_name, code ORDER BY records DESC, code, "column"`,
      params,
    );
    const kept = await db.one(
      z.object({ kept: z.number() }),
      `SELECT count(*) AS kept FROM ${rejects} AS r WHERE ${where}`,
      params,
    );
    const rows = await db.all(
      RejectRow,
      `SELECT ${REJECT_COLUMNS} FROM ${rejects} AS r WHERE ${where} ORDER BY _file, record, line LIMIT $most OFFSET $from`,
      { ...params, most: limit, from },
    );
    const next = from + rows.length;
    return {
      items: rows.map((row) => ({ ...row, file: nameOf(record, row.file) })),
      nextCursor: next < (kept?.kept ?? 0) && rows.length > 0 ? String(next) : null,
      total: groups.reduce((sum, group) => sum + group.records, 0),
      kept: kept?.kept ?? 0,
      groups: groups.map((group) => ({ ...group, files: group.files.map((one) => nameOf(record, one)) })),
    };
  });
}

/** 1-based ordinals of the files with a name, or of all. @throws AppError not-found */
export function fileOrdinals(record: ImportRecord, name: string | undefined): number[] {
  const ordinals = record.files.flatMap((file, index) =>
    name === undefined || file.name === name ? [index + 1] : [],
  );
  if (name === undefined || ordinals.length > 0) return ordinals;
  throw new AppError('not-found', `This import has no file named ${JSON.stringify(name)}.`);
}

const nameOf = (record: ImportRecord, ordinal: number) => record.files[ordinal - 1]?.name ?? '';

function cursorOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const reason = 'take it from nextCursor of the page before';
  throw new AppError('invalid-request', `cursor: ${reason}`, { invalidParams: [{ name: 'cursor', reason }] });
}
