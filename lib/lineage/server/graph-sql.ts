import 'server-only';
import { columnEvidence, columns, evidence, objects } from '@/lib/workspace/tables';
import { asOf } from '@/lib/workspace/versions';
import { placedEvidence } from './placed-evidence';

/**
 * Schemas of all snapshots, numbered by the records that first named them, spelled as there. The order is total, also
 * where one record stands for several schemas: two queries must give a schema the same number.
 */
const SCHEMAS = `schemas AS (
  SELECT database_name, schema_name, lower(database_name) AS d, lower(schema_name) AS s,
    CAST(row_number() OVER (ORDER BY _from, _file, _record, lower(database_name), lower(schema_name)) - 1 AS INTEGER)
      AS place
  FROM (SELECT *, row_number() OVER (PARTITION BY lower(database_name), lower(schema_name)
          ORDER BY _from, _file, _record, database_name, schema_name) AS nth FROM ${objects.name})
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

/** Parameters: snapshot, types. `type` is 1-based, 0 for one that is not in the list. */
export const OBJECT_ROWS = `WITH ${NUMBERED} SELECT object AS id, name, schema, type FROM numbered ORDER BY number`;

export const SOURCE_NAMES = `SELECT DISTINCT source AS name FROM ${asOf(objects)} AS o
  UNION SELECT DISTINCT source FROM ${asOf(evidence)} AS e ORDER BY name`;

/** Parameters: snapshot, types, sources. */
export const SOURCE_ROWS = `WITH ${NUMBERED}
  SELECT n.number AS object, list_position($sources, o.source) - 1 AS source
  FROM ${asOf(objects)} AS o JOIN numbered AS n USING (object) ORDER BY n.number, source`;

/**
 * Words of one line as one number, so that a million of them are read fast: see `unpackMark`. 0 where there are none, or where the line is too
 * long to say it.
 */
const mark = (name: string) =>
  `CASE WHEN e.${name}_line < 1048576 AND e.${name}_column < 65536 AND e.${name}_length < 65536
      THEN e.${name}_line::DOUBLE * 4294967296 + e.${name}_column::DOUBLE * 65536 + e.${name}_length ELSE 0 END`;

/** Columns of evidence that edges of objects and of columns share. */
const PROOF = `${mark('at')} AS mark,
    coalesce(list_position($methods, e.method), 0) - 1 AS method,
    list_position($sources, e.source) - 1 AS source,
    coalesce(e.start_line, 0) AS "startLine", coalesce(e.start_column, 0) AS "startColumn",
    coalesce(e.end_line, 0) AS "endLine", coalesce(e.end_column, 0) AS "endColumn",
    e.confidence, coalesce((SELECT max(i.number) FROM imports AS i WHERE i.id = e._import), e._from) AS import, e._file AS file, CAST(e._record AS DOUBLE) AS record`;

/** Patterns of logged statements that are evidence, in the order of their numbers. */
export const PATTERN_ROWS = `SELECT DISTINCT object AS pattern FROM ${asOf(evidence)} AS e WHERE method = 'query-log' ORDER BY pattern`;

/** Parameters: snapshot, types, sources, kinds, methods. Unknown kinds and methods are -1. */
export const EVIDENCE_ROWS = `WITH ${NUMBERED},
patterns AS (SELECT pattern, row_number() OVER (ORDER BY pattern) - 1 AS number FROM (${PATTERN_ROWS}))
  SELECT f.number AS "from", t.number AS "to", coalesce(o.number, -1) AS object,
    coalesce(list_position($kinds, e.kind), 0) - 1 AS kind,
    ${PROOF}, 0::DOUBLE AS entry, CAST(coalesce(l.number, -1) AS INTEGER) AS logged
  FROM ${placedEvidence(asOf(evidence))} AS e
  JOIN numbered AS f ON f.object = e.from_object JOIN numbered AS t ON t.object = e.to_object
  LEFT JOIN numbered AS o ON o.object = e.object
  LEFT JOIN patterns AS l ON e.method = 'query-log' AND l.pattern = e.object
  ORDER BY ALL`;

/** Evidence whose ends are not both objects of the snapshot. */
export const DANGLING_COUNT = `SELECT count(*) AS count FROM ${asOf(evidence)} AS e
  WHERE from_object NOT IN (SELECT object FROM ${asOf(objects)} AS o)
     OR to_object NOT IN (SELECT object FROM ${asOf(objects)} AS o)`;

/**
 * Column evidence as steps between places (an object and a column's name without case). What an object says about two
 * others goes through a port of it, named after the column that is filled; `role` is a position in COLUMN_ROLES.
 */
const STEPS = `${NUMBERED},
facts AS (
  SELECT f.number AS "from", lower(e.from_column) AS from_name, t.number AS "to", lower(e.to_column) AS to_name,
    coalesce(o.number, -1) AS object, coalesce(o.number, f.number) NOT IN (f.number, t.number) AS moved,
    coalesce(list_position($kinds, e.kind), 0) - 1 AS kind, e.from_column, e.to_column,
    ${PROOF}, ${mark('entry')} AS entry
  FROM ${asOf(columnEvidence)} AS e
  JOIN numbered AS f ON f.object = e.from_object JOIN numbered AS t ON t.object = e.to_object
  LEFT JOIN numbered AS o ON o.object = e.object),
steps AS (
  SELECT * REPLACE (if(moved, object, "to") AS "to", if(moved, '>' || "to" || '.' || to_name, to_name) AS to_name) FROM facts
  UNION ALL
  SELECT * REPLACE (object AS "from", '>' || "to" || '.' || to_name AS from_name) FROM facts WHERE moved),
ends AS (
  SELECT "from" AS object, from_name AS key, from_column AS spelled FROM steps
  UNION ALL SELECT "to", to_name, to_column FROM steps),
places AS (
  SELECT object, key, min(spelled) AS name,
    CASE WHEN key LIKE '>%' THEN 2 WHEN key[1] IN ('#', '@') THEN 1 ELSE 0 END AS role,
    CAST(row_number() OVER (ORDER BY object, key) - 1 AS INTEGER) AS number
  FROM ends GROUP BY object, key)`;

/** Parameters of these two: snapshot, types, sources, kinds, methods. Names are spelled as in the catalog, if it has them. */
export const PLACE_ROWS = `WITH ${STEPS},
known AS (
  SELECT n.number AS object, lower(c.column_name) AS key, min(c.column_name) AS name, min(c.data_type) AS type
  FROM ${asOf(columns)} AS c JOIN numbered AS n USING (object) GROUP BY ALL)
SELECT coalesce(k.name, p.name) AS name, coalesce(k.type, '') AS type, p.object, p.role
FROM places AS p LEFT JOIN known AS k USING (object, key) ORDER BY p.number`;

export const COLUMN_EVIDENCE_ROWS = `WITH ${STEPS}
  SELECT a.number AS "from", b.number AS "to", s.object, s.kind, s.method, s.source, s."startLine", s."startColumn",
    s."endLine", s."endColumn", s.confidence, s.import, s.file, s.record, s.mark, s.entry, -1 AS logged
  FROM steps AS s
  JOIN places AS a ON a.object = s."from" AND a.key = s.from_name
  JOIN places AS b ON b.object = s."to" AND b.key = s.to_name
  ORDER BY ALL`;
