import 'server-only';
import { quoteName } from '../quote';
import {
  columnEvidence,
  columns,
  coverage,
  datasetColumns,
  datasets,
  definitions,
  diagnostics,
  evidence,
  objects,
  queryLogs,
  recipes,
  sources,
  type VersionedTable,
} from '../tables';

/** The version columns of every versioned table, in order, after its own columns. */
const VERSION_COLUMNS = `_from INTEGER NOT NULL, _to INTEGER, _import VARCHAR NOT NULL, _file INTEGER NOT NULL, _record BIGINT NOT NULL`;

function createVersioned(table: VersionedTable): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `${quoteName(name)} ${type}`);
  return `CREATE TABLE ${quoteName(table.name)} (${columns.join(', ')}, ${VERSION_COLUMNS})`;
}

/**
 * Every change of the schema, oldest first; the version of a workspace is the number of migrations it has run. Never
 * change one that was released: add another. Only statements that replay after a kill and that a lakehouse accepts:
 * no keys, checks, indexes or sequences, no default that is a function.
 */
export const MIGRATIONS: ReadonlyArray<readonly string[]> = [
  [
    'CREATE TABLE workspace_info (name VARCHAR NOT NULL, value VARCHAR NOT NULL)',
    `CREATE TABLE imports (id VARCHAR NOT NULL, number INTEGER NOT NULL, state VARCHAR NOT NULL, source VARCHAR,
      owner VARCHAR NOT NULL, started_at TIMESTAMPTZ, finished_at TIMESTAMPTZ, document VARCHAR NOT NULL)`,
    `CREATE TABLE rejects (import VARCHAR NOT NULL, _file INTEGER NOT NULL, record BIGINT, line BIGINT, byte_offset BIGINT,
      column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL, raw VARCHAR NOT NULL, reasons VARCHAR NOT NULL)`,
    `CREATE TABLE reject_groups (import VARCHAR NOT NULL, _file INTEGER NOT NULL, column_name VARCHAR, code VARCHAR NOT NULL,
      message VARCHAR NOT NULL, records BIGINT NOT NULL, example VARCHAR NOT NULL)`,
    ...[sources, objects, columns, definitions, evidence, queryLogs].map(createVersioned),
  ],
  [createVersioned(datasets), createVersioned(datasetColumns)],
  [createVersioned(columnEvidence), createVersioned(diagnostics), createVersioned(coverage)],
  [createVersioned(recipes)],
  [
    `CREATE TABLE lineage_readings (source VARCHAR NOT NULL, object VARCHAR NOT NULL, fingerprint VARCHAR NOT NULL,
      trail VARCHAR NOT NULL)`,
  ],
];

export const SCHEMA_VERSION = MIGRATIONS.length;
