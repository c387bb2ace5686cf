import type { SqlParams } from '@/lib/workspace/sql-value';
import {
  columnEvidence,
  columns,
  coverage,
  definitions,
  diagnostics,
  evidence,
  objects,
  queryLogs,
  queryReadings,
  sources,
  type VersionedTable,
} from '@/lib/workspace/tables';

/** One table of a publish: `scope` is where current rows end whose key is not staged; null ends nothing. */
export type PublishStep = {
  readonly table: VersionedTable;
  readonly stage: string;
  readonly scope: { sql: string; params: SqlParams } | null;
};

/**
 * In mode `merge`, objects and query logs only come or change. Columns, definitions and evidence replace those of the
 * objects that the files speak of, each kind for itself: declared edges of an object end only when the files declare
 * edges of that object, hints only when its definition came, what a logged statement shows only when it was logged again.
 */
function mergeScope(table: VersionedTable, stage: string): string | undefined {
  const inStage = (staged: VersionedTable, where = 'true') =>
    `object IN (SELECT staged.object FROM ${stageOf(staged, stage)} AS staged WHERE ${where})`;
  if (table === columns) return inStage(columns);
  if (table === evidence)
    return [
      `(method = 'declared' AND ${inStage(evidence, "staged.method = 'declared'")})`,
      `(method IN ('hint', 'parsed') AND ${inStage(definitions)})`,
      `(method = 'query-log' AND object IN (SELECT staged.pattern FROM ${stageOf(queryReadings, stage)} AS staged))`,
    ].join(' OR ');
  return OF_DEFINITIONS.has(table) ? inStage(definitions) : undefined;
}

const OF_DEFINITIONS = new Set<VersionedTable>([definitions, columnEvidence, diagnostics, coverage]);

/** What definitions tell stays as it is where they were not read again. */
function readAgain(table: VersionedTable, stage: string): string {
  const unread = `object NOT IN (SELECT unread.object FROM ${stage}.main.stage_reused AS unread)`;
  if (table === evidence) return `(method <> 'parsed' OR ${unread})`;
  return table === columnEvidence || table === diagnostics || table === coverage ? unread : 'true';
}

const stageOf = (table: VersionedTable, stage: string) => `${stage}.main.${table.name}`;

const CATALOG = [
  ...[sources, objects, columns, definitions, evidence],
  ...[columnEvidence, diagnostics, coverage, queryLogs, queryReadings],
];

/**
 * The tables of a publish in order, with their scopes; `stage` is the name under which the stage is attached. In mode `replace` all of the source
 * is replaced.
 */
export function publishPlan(
  mode: 'replace' | 'merge',
  source: string,
  stage = 'stage',
): readonly PublishStep[] {
  return CATALOG.map((table) => {
    const within = mode === 'replace' ? 'true' : mergeScope(table, stage);
    const scope =
      within === undefined
        ? null
        : { sql: `source = $source AND (${within}) AND ${readAgain(table, stage)}`, params: { source } };
    return { table, stage: stageOf(table, stage), scope };
  });
}
