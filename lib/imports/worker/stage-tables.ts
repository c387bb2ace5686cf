import type { ExtractRole } from '@/lib/imports/contract';

/**
 * The tables of a stage file besides the catalog's own (lib/workspace/tables.ts, there with `_file` and `_record`
 * instead of all five version columns). Rejected records are stored up to REJECTS_KEPT_MAX and counted exactly in groups.
 * `raw` is the record's own text where the format has one (CSV), else a JSON object of column name to text or null.
 */
export const REJECTS_KEPT_MAX = 10_000;

const STAGE_REJECTS = `CREATE TABLE stage_rejects (
  _file INTEGER NOT NULL, record BIGINT, line BIGINT, byte_offset BIGINT,
  column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL, raw VARCHAR NOT NULL, reasons VARCHAR NOT NULL)`;

/** One row per file, column and code; `records` counts records whose first reason this is. */
const STAGE_REJECT_GROUPS = `CREATE TABLE stage_reject_groups (
  _file INTEGER NOT NULL, column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL,
  records BIGINT NOT NULL, example VARCHAR NOT NULL)`;

/**
 * What a person should know about a file although no record was rejected: `EXTRA_COLUMNS` (record null),
 * `DEFINITION_EMPTY` (the record counts as skipped), `HINT_UNKNOWN_OBJECT` and `HINT_UNREADABLE` (the record is a definition's);
 * of scripts `DEFINED_AGAIN` (skipped too), `NOTHING_FOUND`, `OTHER_DATABASE` and `DIALECT_IN_DOUBT`.
 */
const STAGE_NOTES = `CREATE TABLE stage_notes (
  _file INTEGER NOT NULL, record BIGINT, code VARCHAR NOT NULL, message VARCHAR NOT NULL)`;

/**
 * Rows of datasets: view `rows_<k>` for row k here, with the dataset's column names in their final types and `_file`,
 * `_record`, `_line` (null where the format has no lines). With a key, keys are unique in it. `columns` is JSON of
 * StagedColumn[], `key` of string[], `files` of the ordinals that brought records.
 */
const STAGE_DATASETS = `CREATE TABLE stage_datasets (
  k INTEGER NOT NULL, dataset VARCHAR NOT NULL, columns VARCHAR NOT NULL, key VARCHAR NOT NULL,
  mode VARCHAR NOT NULL, files VARCHAR NOT NULL)`;

/** Conflicts of one dataset that are kept with their values. */
export const CONFLICTS_KEPT_MAX = 10_000;

/** Keys that two files hold with different values, up to CONFLICTS_KEPT_MAX of all; texts are JSON objects of column to text or null. */
const STAGE_CONFLICTS = `CREATE TABLE stage_conflicts (
  k INTEGER NOT NULL, key_json VARCHAR NOT NULL,
  winner_file INTEGER NOT NULL, winner_record BIGINT NOT NULL, winner_line BIGINT,
  loser_file INTEGER NOT NULL, loser_record BIGINT NOT NULL, loser_line BIGINT,
  columns_json VARCHAR NOT NULL, winner_values VARCHAR NOT NULL, loser_values VARCHAR NOT NULL)`;

/** All conflicts of a dataset, counted. */
const STAGE_CONFLICT_COUNTS =
  'CREATE TABLE stage_conflict_counts (k INTEGER NOT NULL, count BIGINT NOT NULL)';

/** What is kept of definitions and logged texts for the next import of the source: see stored-reading.ts and logs/stored-log.ts. */
const STAGE_READINGS =
  'CREATE TABLE stage_readings (object VARCHAR NOT NULL, fingerprint VARCHAR NOT NULL, trail VARCHAR NOT NULL)';

/** Objects whose definitions were not read (all that they tell is in the workspace and stays), and patterns of logged texts that were not. */
const STAGE_REUSED = 'CREATE TABLE stage_reused (object VARCHAR NOT NULL)';

/** All tables of a stage besides those of the catalog and the rows themselves. */
export const STAGE_TABLES = [
  STAGE_REJECTS,
  STAGE_REJECT_GROUPS,
  STAGE_NOTES,
  STAGE_DATASETS,
  STAGE_CONFLICTS,
  STAGE_CONFLICT_COUNTS,
  STAGE_READINGS,
  STAGE_REUSED,
] as const;

/**
 * The table that counts for a file of a role: every staged record of the file is exactly one row there. Evidence with
 * method `hint` carries the `_file` of a definitions file but is no record of it, so it belongs into no file's counts.
 */
export const ROLE_TABLES = {
  objects: 'catalog_objects',
  definitions: 'catalog_definitions',
  dependencies: 'catalog_evidence',
  table_columns: 'catalog_columns',
  query_logs: 'catalog_query_logs',
  script: 'catalog_definitions',
} as const satisfies Record<ExtractRole | 'script', string>;
