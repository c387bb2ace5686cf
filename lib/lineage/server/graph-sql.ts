import 'server-only';
import { evidence, objects } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';

/**
 * Schemas of all snapshots, numbered by the records that first named them, spelled as there.
 */
const SCHEMAS = `schemas AS (
  SELECT database_name, schema_name, lower(database_name) AS d, lower(schema_name) AS s,
    CAST(row_number() OVER (ORDER BY _from, _file, _record) - 1 AS INTEGER) AS place
  FROM (SELECT *, row_number() OVER (PARTITION BY lower(database_name), lower(schema_name)
          ORDER BY _from, _file, _record) AS nth FROM ${objects.name})
  WHERE nth = 1)`;

/** One row for each object, as its newest row has it, numbered in display order. */
const NUMBERED = `${SCHEMAS},
numbered AS (
  SELECT object, object_name AS name, place AS schema, coalesce(list_position($types, object_type), 0) AS type,
    CAST(row_number() OVER (ORDER BY d, s, lower(object_name), object) - 1 AS INTEGER) AS number
  FROM (SELECT *, row_number() OVER (PARTITION BY object ORDER BY _from DESC, source) AS nth
        FROM ${asOf(objects)} AS o) AS newest
  JOIN schemas ON d = lower(newest.database_name) AND s = lower(newest.schema_name)
  WHERE nth = 1)`;

export const SCHEMA_ROWS = `WITH ${SCHEMAS} SELECT database_name AS database, schema_name AS schema FROM schemas ORDER BY place`;

/** Parameters: snapshot, types. */
export const OBJECT_TEXTS = `WITH ${NUMBERED} SELECT object AS id, name FROM numbered ORDER BY number`;

/** Parameters: snapshot, types. \`type\` is 1-based, 0 for one that is not in the list. */
export const OBJECT_NUMBERS = `WITH ${NUMBERED} SELECT schema, type FROM numbered ORDER BY number`;

export const SOURCE_NAMES = `SELECT DISTINCT source AS name FROM ${asOf(objects)} AS o
  UNION SELECT DISTINCT source FROM ${asOf(evidence)} AS e ORDER BY name`;

/** Parameters: snapshot, types, sources. */
export const SOURCE_ROWS = `WITH ${NUMBERED}
  SELECT n.number AS object, list_position($sources, o.source) - 1 AS source
  FROM ${asOf(objects)} AS o JOIN numbered AS n USING (object) ORDER BY n.number, source`;

/** Parameters: snapshot, types, sources, kinds, methods. Unknown kinds and methods are -1. */
export const EVIDENCE_ROWS = `WITH ${NUMBERED}
  SELECT f.number AS "from", t.number AS "to", coalesce(o.number, -1) AS object,
    coalesce(list_position($kinds, e.kind), 0) - 1 AS kind,
    coalesce(list_position($methods, e.method), 0) - 1 AS method,
    list_position($sources, e.source) - 1 AS source,
    coalesce(e.start_line, 0) AS "startLine", coalesce(e.start_column, 0) AS "startColumn",
    coalesce(e.end_line, 0) AS "endLine", coalesce(e.end_column, 0) AS "endColumn",
    e.confidence, e._from AS import, e._file AS file, CAST(e._record AS DOUBLE) AS record
  FROM ${asOf(evidence)} AS e
  JOIN numbered AS f ON f.object = e.from_object JOIN numbered AS t ON t.object = e.to_object
  LEFT JOIN numbered AS o ON o.object = e.object
  ORDER BY ALL`;

export const EVIDENCE_COUNT = `SELECT count(*) AS count FROM ${asOf(evidence)} AS e`;
