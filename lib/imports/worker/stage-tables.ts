/**
 * The tables of a stage file besides the catalog's own (lib/workspace/tables.ts, there with `_file` and `_record`
 * instead of all five version columns). Rejected records are stored up to REJECTS_KEPT_MAX and counted exactly in groups.
 * `raw` is the record's own text where the format has one (CSV), else a JSON object of column name to text or null.
 */
export const REJECTS_KEPT_MAX = 10_000;

export const STAGE_REJECTS = `CREATE TABLE stage_rejects (
  _file INTEGER NOT NULL, record BIGINT, line BIGINT, byte_offset BIGINT,
  column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL, raw VARCHAR NOT NULL, reasons VARCHAR NOT NULL)`;

/** One row per file, column and code; `records` counts records whose first reason this is. */
export const STAGE_REJECT_GROUPS = `CREATE TABLE stage_reject_groups (
  _file INTEGER NOT NULL, column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL,
  records BIGINT NOT NULL, example VARCHAR NOT NULL)`;

/**
 * What a person should know about a file although no record was rejected: `EXTRA_COLUMNS` (record null),
 * `DEFINITION_EMPTY` (the record counts as skipped), `HINT_UNKNOWN_OBJECT` and `HINT_UNREADABLE` (the record is a definition's).
 */
export const STAGE_NOTES = `CREATE TABLE stage_notes (
  _file INTEGER NOT NULL, record BIGINT, code VARCHAR NOT NULL, message VARCHAR NOT NULL)`;

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
} as const;
