import 'server-only';
import { ImportCoverage } from '@/lib/imports/contract';
import type { Reader } from '@/lib/workspace/server/reader';

const COUNTS = ['parsed', 'repaired', 'scanned', 'dynamic', 'unresolved', 'ambiguous', 'disagreements'];

/** How much of the SQL in the attached stage was read; null when it brought none. Counts as `/api/coverage` does. */
export async function readImportCoverage(db: Reader): Promise<ImportCoverage | null> {
  const found = await db.one(
    ImportCoverage,
    `SELECT count(*) AS objects, coalesce(sum(parsed + repaired + scanned + dynamic), 0)::BIGINT AS statements,
       ${COUNTS.map((name) => `coalesce(sum(${name}), 0)::BIGINT AS ${name}`).join(', ')},
       coalesce(sum(scanned + least(dynamic, coalesce(d.unfolded, 0))), 0)::BIGINT AS unread,
       coalesce(sum(d.omitted), 0)::BIGINT AS omitted, count(d.told) AS "withDiagnostics",
       coalesce(sum(d.skipped), 0)::BIGINT AS "unreadObjects"
     FROM stage.main.catalog_coverage AS c LEFT JOIN (
       SELECT object, count(*) AS told, count(*) FILTER (code = 'rewrite-lossy') AS omitted,
         max(CAST(code = 'definition-skipped' AS INTEGER)) AS skipped,
         count(DISTINCT (start_line, start_column)) FILTER (code = 'dynamic-sql') AS unfolded
       FROM stage.main.catalog_diagnostics GROUP BY object) AS d USING (object)`,
  );
  return found === undefined || found.objects === 0 ? null : found;
}
