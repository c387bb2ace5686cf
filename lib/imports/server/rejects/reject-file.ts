import 'server-only';
import { create as contentDisposition } from 'content-disposition';
import { read } from '@/lib/workspace/server/read';
import { RejectCsv } from '../../reject-csv';
import { rejectsName } from '../../rejects-name';
import { getRecord } from '../records/find-record';
import { importsReady } from '../recover/recover-imports';
import { fileOrdinals, REJECT_COLUMNS, RejectRow } from './list-rejects';
import { rejectTables } from './reject-tables';

/**
 * The stored rejects of an import, or of its files with one name, as a CSV download: original columns, then the reason.
 * At most REJECTS_KEPT_MAX records a file have details, so it is made in one piece.
 * @throws AppError not-found
 */
export async function rejectFile(idOrNumber: string, file: string | undefined): Promise<Response> {
  await importsReady();
  const record = await getRecord(idOrNumber);
  const { rejects, params } = rejectTables(record.id);
  const rows = await read((db) =>
    db.all(
      RejectRow,
      `SELECT ${REJECT_COLUMNS} FROM ${rejects} AS r WHERE _file = ANY($files) ORDER BY _file, record, line`,
      { ...params, files: fileOrdinals(record, file) },
    ),
  );
  const wanted = new Set(file === undefined ? rows.map((row) => row.file) : fileOrdinals(record, file));
  const csv = new RejectCsv(
    record.number,
    new Map(record.files.flatMap((one, index) => (wanted.has(index + 1) ? [[index + 1, one] as const] : []))),
  );
  const lines = [csv.header(), ...rows.map((row) => csv.record(row))];
  return new Response(lines.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition(
        rejectsName(file ?? `import-${record.number ?? record.id}.csv`),
      ),
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
