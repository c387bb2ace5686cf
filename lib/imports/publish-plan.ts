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

const stageOf = (table: VersionedTable) => `stage.main.${table.name}`;
const ofSource = 'source = $source';
const inStage = (table: VersionedTable, where = 'true') =>
  `object IN (SELECT staged.object FROM ${stageOf(table)} AS staged WHERE ${where})`;

/**
 * In mode `merge`, objects and query logs only come or change. Columns, definitions and evidence replace those of the
 * objects that the files speak of, each kind for itself: declared edges of an object end only when the files declare
 * edges of that object, hints only when its definition came, what a logged statement shows only when it was logged again.
 */
const MERGE_SCOPES = new Map<VersionedTable, string>([
  [columns, inStage(columns)],
  [definitions, inStage(definitions)],
  [
    evidence,
    [
      `(method = 'declared' AND ${inStage(evidence, "staged.method = 'declared'")})`,
      `(method IN ('hint', 'parsed') AND ${inStage(definitions)})`,
      `(method = 'query-log' AND object IN (SELECT staged.pattern FROM ${stageOf(queryReadings)} AS staged))`,
    ].join(' OR '),
  ],
  [columnEvidence, inStage(definitions)],
  [diagnostics, inStage(definitions)],
  [coverage, inStage(definitions)],
]);

/** What definitions tell stays as it is where they were not read again. */
const UNREAD = 'object NOT IN (SELECT unread.object FROM stage.main.stage_reused AS unread)';
const READ_AGAIN = new Map<VersionedTable, string>([
  [evidence, `(method <> 'parsed' OR ${UNREAD})`],
  [columnEvidence, UNREAD],
  [diagnostics, UNREAD],
  [coverage, UNREAD],
]);

const CATALOG = [
  ...[sources, objects, columns, definitions, evidence],
  ...[columnEvidence, diagnostics, coverage, queryLogs, queryReadings],
];

/** The tables of a publish in order, with their scopes. In mode `replace` all of the source is replaced. */
export function publishPlan(mode: 'replace' | 'merge', source: string): readonly PublishStep[] {
  return CATALOG.map((table) => {
    const within = mode === 'replace' ? 'true' : MERGE_SCOPES.get(table);
    const read = READ_AGAIN.get(table) ?? 'true';
    const scope =
      within === undefined ? null : { sql: `${ofSource} AND (${within}) AND ${read}`, params: { source } };
    return { table, stage: stageOf(table), scope };
  });
}
