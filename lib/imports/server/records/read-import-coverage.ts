import 'server-only';
import { ImportCoverage } from '@/lib/imports/contract';
import { LogReading } from '@/lib/lineage/query-log-contract';
import { quoteName } from '@/lib/workspace/quote';
import type { Reader } from '@/lib/workspace/server/reader';
import { coverage, diagnostics, queryReadings } from '@/lib/workspace/tables';
import { current } from '@/lib/workspace/versions';

const COUNTS = ['parsed', 'repaired', 'scanned', 'dynamic', 'unresolved', 'ambiguous', 'disagreements'];

const logReading = (stage: string) => `SELECT coalesce(sum(seen), 0)::BIGINT AS records, count(*) AS patterns,
    coalesce(sum(statements), 0)::BIGINT AS statements, coalesce(sum(unread), 0)::BIGINT AS unread
  FROM ${quoteName(stage, 'main', queryReadings.name)}`;

/**
 * How much was read of the definitions and query logs in the stage that is attached as `stage`, once they are published; null when it brought none. Those that
 * needed no reading count as they were read before. Counts as `/api/coverage` does.
 */
export async function readImportCoverage(
  db: Reader,
  source: string,
  stage = 'stage',
): Promise<ImportCoverage | null> {
  const found = await db.one(
    ImportCoverage,
    `SELECT count(*) AS objects, coalesce(sum(parsed + repaired + scanned + dynamic), 0)::BIGINT AS statements,
       ${COUNTS.map((name) => `coalesce(sum(${name}), 0)::BIGINT AS ${name}`).join(', ')},
       coalesce(sum(scanned + least(dynamic, coalesce(d.unfolded, 0))), 0)::BIGINT AS unread,
       coalesce(sum(d.omitted), 0)::BIGINT AS omitted, count(d.told) AS "withDiagnostics",
       coalesce(sum(d.skipped), 0)::BIGINT AS "unreadObjects",
       count(*) FILTER (object IN (SELECT r.object FROM ${quoteName(stage, 'main', 'stage_reused')} AS r)) AS reused
     FROM (SELECT * FROM ${current(coverage)} AS c WHERE c.source = $source) AS c LEFT JOIN (
       SELECT object, count(*) AS told, count(*) FILTER (code = 'rewrite-lossy') AS omitted,
         max(CAST(code = 'definition-skipped' AS INTEGER)) AS skipped,
         count(DISTINCT (start_line, start_column)) FILTER (code = 'dynamic-sql') AS unfolded
       FROM ${current(diagnostics)} AS g WHERE g.source = $source GROUP BY object) AS d USING (object)
     WHERE object IN (SELECT s.object FROM ${quoteName(stage, 'main', 'catalog_definitions')} AS s)`,
    { source },
  );
  const log = await db.one(LogReading, logReading(stage));
  const queryLog = log === undefined || log.patterns === 0 ? null : log;
  return found === undefined || (found.objects === 0 && queryLog === null) ? null : { ...found, queryLog };
}
