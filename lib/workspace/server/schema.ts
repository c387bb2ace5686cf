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
  queryReadings,
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

/** The loads of imports that ended before loads were kept, as their receipts tell them. */
const LOADS_OF_RECEIPTS = `INSERT INTO dataset_loads
  SELECT load.name, number, load."rowsAfter", coalesce(list_sum([file.rejected FOR file IN own]), 0),
    load.created OR kind = 'rollback' OR coalesce(list_sum([file.inserted + file.updated + file.ended FOR file IN own]), 0) > 0
  FROM (
    SELECT number, kind, load, [file FOR file IN files IF lower(file.dataset) = lower(load.name)] AS own
    FROM (
      SELECT number, json_extract_string(document, '$.kind') AS kind,
        unnest(from_json(json_extract(document, '$.receipt.datasets'),
          '[{"name": "VARCHAR", "created": "BOOLEAN", "rowsAfter": "BIGINT"}]')) AS load,
        from_json(json_extract(document, '$.receipt.files'),
          '[{"dataset": "VARCHAR", "inserted": "BIGINT", "updated": "BIGINT", "rejected": "BIGINT", "ended": "BIGINT"}]') AS files
      FROM imports WHERE state = 'succeeded'))`;

const MARKS = ['at_line', 'at_column', 'at_length'];
const ENTRIES = ['entry_line', 'entry_column', 'entry_length'];

/** A table as it was before it had these columns. */
function without(table: VersionedTable, names: readonly string[]): VersionedTable {
  const columns = Object.entries(table.columns).filter(([name]) => !names.includes(name));
  return { ...table, columns: Object.fromEntries(columns) };
}

function addIntegers(table: VersionedTable, names: readonly string[]): string[] {
  return names.map((name) => `ALTER TABLE ${quoteName(table.name)} ADD COLUMN ${name} INTEGER`);
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
    ...[sources, objects, columns, definitions, without(evidence, MARKS), queryLogs].map(createVersioned),
  ],
  [createVersioned(datasets), createVersioned(datasetColumns)],
  [
    createVersioned(without(columnEvidence, [...MARKS, ...ENTRIES])),
    createVersioned(diagnostics),
    createVersioned(coverage),
  ],
  [createVersioned(recipes)],
  [
    `CREATE TABLE lineage_readings (source VARCHAR NOT NULL, object VARCHAR NOT NULL, fingerprint VARCHAR NOT NULL,
      trail VARCHAR NOT NULL)`,
  ],
  [
    `CREATE TABLE dataset_loads (dataset VARCHAR NOT NULL, snapshot INTEGER NOT NULL, rows BIGINT NOT NULL,
      rejected BIGINT NOT NULL, is_changed BOOLEAN NOT NULL)`,
    LOADS_OF_RECEIPTS,
  ],
  [createVersioned(queryReadings)],
  [...addIntegers(evidence, MARKS), ...addIntegers(columnEvidence, [...MARKS, ...ENTRIES])],
];

export const SCHEMA_VERSION = MIGRATIONS.length;
