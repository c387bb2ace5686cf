/**
 * The tables of a stage file besides the catalog's own (lib/workspace/tables.ts, there with `_file` and `_record`
 * instead of all five version columns). Rejected records are stored up to REJECTS_KEPT_MAX and counted exactly in groups.
 * `raw` is the record's own text where the format has one (CSV), else a JSON object of column name to text or null.
 */
export const REJECTS_KEPT_MAX = 10_000;

export const STAGE_REJECTS = `CREATE TABLE stage_rejects (
  _file INTEGER NOT NULL, record BIGINT, line BIGINT, byte_offset BIGINT,
  column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL, raw VARCHAR NOT NULL, reasons VARCHAR NOT NULL)`;

/** One row per file, column and code; \`records\` counts records whose first reason this is. */
export const STAGE_REJECT_GROUPS = `CREATE TABLE stage_reject_groups (
  _file INTEGER NOT NULL, column_name VARCHAR, code VARCHAR NOT NULL, message VARCHAR NOT NULL,
  records BIGINT NOT NULL, example VARCHAR NOT NULL)`;
