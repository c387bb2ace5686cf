import 'server-only';
import { ImportCoverage } from '@/lib/imports/contract';
import type { Reader } from '@/lib/workspace/server/reader';

const COUNTS = ['parsed', 'repaired', 'scanned', 'dynamic', 'unresolved', 'ambiguous', 'disagreements'];

/** How much of the SQL in the attached stage was read; null when it brought none. */
export async function readImportCoverage(db: Reader): Promise<ImportCoverage | null> {
  const found = await db.one(
    ImportCoverage,
    `SELECT count(*) AS objects, coalesce(sum(parsed + repaired + scanned + dynamic), 0)::BIGINT AS statements,
       ${COUNTS.map((name) => `coalesce(sum(${name}), 0)::BIGINT AS ${name}`).join(', ')},
       count(*) FILTER (object IN (SELECT object FROM stage.main.catalog_diagnostics)) AS "withDiagnostics"
     FROM stage.main.catalog_coverage`,
  );
  return found === undefined || found.objects === 0 ? null : found;
}
