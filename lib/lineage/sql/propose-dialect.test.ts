import { expect, test } from 'vitest';
import type { SqlDialect } from './dialect';
import { proposeDialect } from './propose-dialect';

test.each<[SqlDialect | null, string]>([
  [
    'tsql',
    'CREATE PROCEDURE [dbo].[p] @a nvarchar(9) AS\nSET NOCOUNT ON\nSELECT TOP (5) a FROM [dbo].[t] (NOLOCK)\nGO',
  ],
  ['tsql', 'DECLARE @a int = 1; SELECT ISNULL(a, @a) FROM #t'],
  ['postgres', 'CREATE FUNCTION f() RETURNS void AS $$ BEGIN DELETE FROM t; END $$ LANGUAGE plpgsql'],
  ['redshift', "CREATE TABLE t (a int) DISTKEY(a) SORTKEY(a); UNLOAD ('SELECT 1') TO 's3://b' IAM_ROLE 'r'"],
  ['snowflake', 'CREATE OR REPLACE TRANSIENT TABLE t AS SELECT v:a.b::string AS a FROM @stage'],
  ['bigquery', 'SELECT * EXCEPT (a), SAFE_CAST(b AS INT64) FROM `p.d.t`'],
  ['databricks', 'CREATE TABLE t USING DELTA AS SELECT a FROM delta.`/x` LATERAL VIEW explode(b) AS c'],
  ['duckdb', "FROM read_parquet('f.parquet') SELECT a GROUP BY ALL"],
  ['mysql', 'DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT IFNULL(`a`, 1) FROM `t`; END//'],
  [
    'oracle',
    'CREATE OR REPLACE PACKAGE BODY p IS v VARCHAR2(9); BEGIN SELECT NVL(a, 1) INTO v FROM dual; END;\n/',
  ],
  [null, 'SELECT a FROM t'],
  [null, ''],
])('proposes %s', (dialect, text) => {
  expect(proposeDialect(text)).toBe(dialect);
});
