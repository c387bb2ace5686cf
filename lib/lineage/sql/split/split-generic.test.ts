import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../dialect';
import { parseStatement } from '../parse/parse-statement';
import { splitText } from './split-text';

/** `kind path: what is parsed` of every statement that is not `other`. */
const split = (sql: string, dialect: SqlDialect) =>
  splitText(sql, dialect)
    .statements.filter(({ kind }) => kind !== 'other')
    .map(
      ({ kind, path, query }) =>
        `${[kind, ...path].join(' ')}: ${sql.slice(query.start, query.end).replace(/\s+/g, ' ')}`,
    );

const objects = (sql: string, dialect: SqlDialect) =>
  splitText(sql, dialect).objects.map(({ header, range }) => {
    const text = sql.slice(range.start, range.end);
    return `${header.type} ${header.name.join('.')} ${text.slice(0, 6)}...${text.slice(-6)}`;
  });

describe('splitText of other dialects', () => {
  test.each<[SqlDialect, string, string, string[]]>([
    [
      'postgres',
      'PL/pgSQL',
      `CREATE OR REPLACE FUNCTION s.f(a int) RETURNS void LANGUAGE plpgsql AS $$
       DECLARE v int := (SELECT max(b) FROM t0); c CURSOR FOR SELECT b FROM t1;
       BEGIN
         SELECT x INTO STRICT v FROM t2 WHERE y = a;
         IF EXISTS (SELECT 1 FROM t3) THEN INSERT INTO t4 SELECT * FROM t5; ELSE DELETE FROM t6; END IF;
         FOR r IN SELECT * FROM t7 LOOP UPDATE t8 SET z = r.z; END LOOP;
         PERFORM s.g((SELECT 1 FROM t9));
         EXECUTE 'TRUNCATE u1';
         RETURN QUERY SELECT * FROM u2;
       EXCEPTION WHEN OTHERS THEN INSERT INTO u3 VALUES (1);
       END $$;
       SELECT 1 FROM last;`,
      [
        'assign: (SELECT max(b) FROM t0)',
        'cursor: SELECT b FROM t1',
        'select: SELECT x INTO STRICT v FROM t2 WHERE y = a',
        'condition if: EXISTS (SELECT 1 FROM t3)',
        'insert if: INSERT INTO t4 SELECT * FROM t5',
        'delete else: DELETE FROM t6',
        'cursor loop: SELECT * FROM t7',
        'update loop: UPDATE t8 SET z = r.z',
        'assign: s.g((SELECT 1 FROM t9))',
        "execute: EXECUTE 'TRUNCATE u1'",
        'return-query: SELECT * FROM u2',
        'insert exception: INSERT INTO u3 VALUES (1)',
        'select: SELECT 1 FROM last',
      ],
    ],
    [
      'postgres',
      'SQL function',
      'CREATE FUNCTION f() RETURNS SETOF t AS $q$ SELECT a FROM t $q$ LANGUAGE sql;',
      ['return-query: SELECT a FROM t'],
    ],
    [
      'postgres',
      'another language',
      'CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE plpython3u; SELECT 2;',
      ['select: SELECT 2'],
    ],
    ['postgres', 'DO block', 'DO $$ BEGIN DELETE FROM t; END $$;', ['delete: DELETE FROM t']],
    [
      'postgres',
      'trigger',
      'CREATE TRIGGER g AFTER INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.f();',
      ['execute: EXECUTE FUNCTION s.f()'],
    ],
    [
      'postgres',
      'views',
      'CREATE VIEW v (a) AS SELECT b FROM t WITH LOCAL CHECK OPTION; CREATE MATERIALIZED VIEW w AS SELECT 1 a WITH NO DATA;',
      ['view-query: SELECT b FROM t', 'view-query: SELECT 1 a'],
    ],
    [
      'postgres',
      'SELECT INTO makes a table outside of bodies',
      'SELECT a INTO t FROM u;',
      ['select: SELECT a INTO t FROM u'],
    ],
    [
      'oracle',
      'PL/SQL',
      `CREATE OR REPLACE PROCEDURE s.p (a IN NUMBER) IS
         v NUMBER; CURSOR c IS SELECT x FROM t1;
       BEGIN
         SELECT COUNT(*) BULK COLLECT INTO v FROM t2;
         FOR r IN (SELECT y FROM t3) LOOP INSERT INTO t4 VALUES (r.y); END LOOP;
         pkg.q(a);
         EXECUTE IMMEDIATE 'DELETE FROM t5' USING a;
         OPEN c FOR SELECT z FROM t6;
       END p;
       /
       SELECT 1 FROM dual`,
      [
        'cursor: SELECT x FROM t1',
        'select: SELECT COUNT(*) BULK COLLECT INTO v FROM t2',
        'cursor loop: SELECT y FROM t3',
        'insert loop: INSERT INTO t4 VALUES (r.y)',
        'execute: pkg.q(a)',
        "execute: EXECUTE IMMEDIATE 'DELETE FROM t5' USING a",
        'cursor: SELECT z FROM t6',
        'select: SELECT 1 FROM dual',
      ],
    ],
    [
      'mysql',
      'delimiters and handlers',
      `DELIMITER //
       CREATE DEFINER=\`a\`@\`b\` PROCEDURE p() BEGIN
         DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END;
         SELECT a INTO @x FROM t1;
         WHILE i < 3 DO UPDATE t2 SET b = 1; END WHILE;
         CALL q(1);
       END//
       DELIMITER ;
       DELETE FROM t3;`,
      [
        'select: SELECT a INTO @x FROM t1',
        'update while: UPDATE t2 SET b = 1',
        'execute: CALL q(1)',
        'delete: DELETE FROM t3',
      ],
    ],
    [
      'snowflake',
      'Snowflake Scripting',
      `CREATE PROCEDURE p() RETURNS TABLE() LANGUAGE SQL AS $$
       DECLARE res RESULTSET DEFAULT (SELECT a FROM t1);
       BEGIN
         LET n := (SELECT MAX(b) FROM t2);
         FOR r IN c DO INSERT INTO t3 VALUES (:n); END FOR;
         EXECUTE IMMEDIATE 'DELETE FROM t4';
         RETURN TABLE(res);
       END; $$;
       COPY INTO t5 FROM @stage; COPY INTO @stage FROM (SELECT a FROM t6);`,
      [
        'assign: (SELECT a FROM t1)',
        'assign: (SELECT MAX(b) FROM t2)',
        'insert loop: INSERT INTO t3 VALUES (:n)',
        "execute: EXECUTE IMMEDIATE 'DELETE FROM t4'",
        'return-query: (res)',
        'bulk-load: COPY INTO t5 FROM @stage',
        'select: SELECT a FROM t6',
      ],
    ],
    [
      'bigquery',
      'script',
      `DECLARE x INT64 DEFAULT (SELECT MAX(a) FROM d.t1);
       IF x > 1 THEN INSERT INTO \`p.d.t2\` SELECT * FROM d.t3; END IF;
       FOR r IN (SELECT a FROM d.t4) DO DELETE FROM d.t5 WHERE a = r.a; END FOR;
       CREATE TABLE FUNCTION d.f() AS SELECT a FROM d.t6;`,
      [
        'assign: (SELECT MAX(a) FROM d.t1)',
        'insert if: INSERT INTO `p.d.t2` SELECT * FROM d.t3',
        'cursor loop: SELECT a FROM d.t4',
        'delete loop: DELETE FROM d.t5 WHERE a = r.a',
        'return-query: SELECT a FROM d.t6',
      ],
    ],
    [
      'databricks',
      'tables and views',
      'CREATE OR REPLACE TEMP VIEW v AS SELECT a FROM t; CREATE TABLE x USING DELTA AS SELECT a FROM v; INSERT OVERWRITE TABLE y SELECT a FROM x',
      [
        'create-table-as: CREATE OR REPLACE TEMP VIEW v AS SELECT a FROM t',
        'create-table-as: CREATE TABLE x USING DELTA AS SELECT a FROM v',
        'insert: INSERT OVERWRITE TABLE y SELECT a FROM x',
      ],
    ],
    [
      'duckdb',
      'FROM first and macros',
      "FROM t SELECT a; CREATE MACRO m(x) AS TABLE SELECT x FROM u; COPY (SELECT b FROM w) TO 'f.parquet'",
      ['select: FROM t SELECT a', 'return-query: SELECT x FROM u', 'select: SELECT b FROM w'],
    ],
    [
      'redshift',
      'UNLOAD and COPY',
      "UNLOAD ('SELECT a FROM t') TO 's3://b'; COPY s.t FROM 's3://b'",
      ["execute: UNLOAD ('SELECT a FROM t') TO 's3://b'", "bulk-load: COPY s.t FROM 's3://b'"],
    ],
  ])('%s: %s', (dialect, _, sql, expected) => {
    expect(split(sql, dialect)).toEqual(expected);
  });

  test.each<[SqlDialect, string, string[]]>([
    [
      'postgres',
      'SELECT 1; CREATE FUNCTION a.f() RETURNS int AS $$ BEGIN RETURN 1; END $$ LANGUAGE plpgsql; CREATE VIEW v AS SELECT 1;',
      ['function a.f CREATE...lpgsql', 'view v CREATE...LECT 1'],
    ],
    [
      'oracle',
      'CREATE PROCEDURE p IS BEGIN NULL; END;\n/\nCREATE VIEW v AS SELECT 1 FROM dual\n/',
      ['procedure p CREATE...L; END', 'view v CREATE...M dual'],
    ],
    ['bigquery', 'CREATE FUNCTION `p.d.f`(x INT64) AS (x + 1); SELECT 1', ['function p.d.f CREATE...x + 1)']],
  ])('objects of %s', (dialect, sql, expected) => {
    expect(objects(sql, dialect)).toEqual(expected);
  });

  test('the parser reads what is left of a SELECT INTO variables', () => {
    const sql =
      'CREATE FUNCTION f() RETURNS int AS $$ BEGIN SELECT a, b INTO x, y FROM t; END $$ LANGUAGE plpgsql';
    const [statement] = splitText(sql, 'postgres').statements;
    if (statement === undefined) throw new Error('no statement');
    const { outcome, scan } = parseStatement(statement, 'postgres');
    expect([outcome, scan.reads.length, scan.writes]).toEqual(['parsed', 1, []]);
  });
});
