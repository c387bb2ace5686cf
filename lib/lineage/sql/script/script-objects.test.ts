import { expect, test } from 'vitest';
import type { SqlDialect } from '../dialect';
import { scriptObjects } from './script-objects';

const named = (text: string, dialect: SqlDialect = 'tsql') =>
  scriptObjects(text, dialect).objects.map(({ type, name }) => [type, name.join('.')].join(' ').trim());

test('definitions, tables and the script itself, each with its own text', () => {
  const text = [
    '/* Orders of the shop. */',
    'CREATE TABLE dbo.Orders (Id int IDENTITY(1,1) NOT NULL PRIMARY KEY, [Order Date] [datetime2](7) NULL, Net AS (a*b), Total decimal(10, 2))',
    'GO',
    '-- @LINEAGE_INPUTS: dbo.Extra',
    'CREATE VIEW dbo.v AS SELECT Id FROM dbo.Orders',
    'GO',
    'INSERT INTO dbo.Log SELECT Id FROM dbo.v',
  ].join('\n');
  const { objects, statements, unclosed } = scriptObjects(text, 'tsql');
  expect(objects.map(({ type, name }) => [type, ...name])).toEqual([
    ['table', 'dbo', 'Orders'],
    ['view', 'dbo', 'v'],
    ['script'],
  ]);
  expect([statements, unclosed]).toEqual([1, null]);
  expect(objects[0]?.text.startsWith('/* Orders of the shop. */\nCREATE TABLE')).toBe(true);
  expect(objects[0]?.columns).toEqual([
    { name: 'Id', type: 'int', nullable: false },
    { name: 'Order Date', type: 'datetime2(7)', nullable: true },
    { name: 'Net', type: '', nullable: true },
    { name: 'Total', type: 'decimal(10,2)', nullable: true },
  ]);
  expect(objects[1]?.text).toBe(
    '-- @LINEAGE_INPUTS: dbo.Extra\nCREATE VIEW dbo.v AS SELECT Id FROM dbo.Orders',
  );
  const own = objects[2]?.text ?? '';
  expect(
    own
      .split('\n')
      .map((line) => line.trim())
      .at(-1),
  ).toBe('INSERT INTO dbo.Log SELECT Id FROM dbo.v');
  expect(own).not.toContain('CREATE VIEW');
  expect(own).toHaveLength(text.length);
});

test('a comment behind another statement is not of the object after it', () => {
  const { objects } = scriptObjects(
    'DELETE FROM dbo.t -- all\nGO\nCREATE VIEW dbo.v AS SELECT 1 AS a',
    'tsql',
  );
  expect(objects[0]?.text).toBe('CREATE VIEW dbo.v AS SELECT 1 AS a');
});

test.each([
  ['SET NOCOUNT ON\nGO\nUSE Shop\nGO\nCREATE VIEW dbo.v AS SELECT 1 AS a', ['view dbo.v']],
  [
    "IF EXISTS (SELECT * FROM sys.objects WHERE name = 'v') DROP VIEW dbo.v\nGO\nCREATE VIEW dbo.v AS SELECT 1 AS a",
    ['view dbo.v'],
  ],
  [
    "EXEC sp_addextendedproperty N'MS_Description', N'x'\nGO\nCREATE VIEW dbo.v AS SELECT 1 AS a",
    ['view dbo.v'],
  ],
  [
    "IF OBJECT_ID('dbo.p') IS NULL EXEC ('CREATE PROC dbo.p AS RETURN 0')\nGO\nALTER PROC dbo.p AS DELETE FROM dbo.t",
    ['procedure dbo.p'],
  ],
  ['SELECT * INTO #t FROM dbo.a; CREATE TABLE #u (a int)', ['script']],
  ['CREATE TABLE dbo.t (a int)', ['table dbo.t']],
  ['', []],
  ['-- nothing', []],
])('what touches nothing makes no script: %j', (text, expected) => expect(named(text)).toEqual(expected));

test.each<[SqlDialect, string, string[]]>([
  [
    'postgres',
    'CREATE TEMP TABLE x (a int); CREATE TABLE IF NOT EXISTS s.t (a int NOT NULL, b text[]);',
    ['table s.t'],
  ],
  [
    'snowflake',
    'CREATE OR REPLACE TABLE s.t (a NUMBER(38,0)); CREATE VIEW s.v AS SELECT a FROM s.t; INSERT INTO s.u SELECT a FROM s.v;',
    ['table s.t', 'view s.v', 'script'],
  ],
  [
    'mysql',
    'CREATE TABLE `t` (`a` int unsigned NOT NULL AUTO_INCREMENT, KEY k (a)) ENGINE=InnoDB;',
    ['table t'],
  ],
  ['bigquery', 'CREATE TABLE d.t AS SELECT a FROM d.u', ['script']],
])('%s: %s', (dialect, text, expected) => expect(named(text, dialect)).toEqual(expected));

test('tells a string that has no end', () => {
  const { unclosed } = scriptObjects("SELECT a FROM dbo.t WHERE b = 'x", 'tsql');
  expect(unclosed?.start).toBe(30);
});

test('what a script changes of its tables is in their columns', () => {
  const text = [
    'CREATE TABLE dbo.t (a int, b money NOT NULL, c int, CONSTRAINT k PRIMARY KEY (a))',
    'CREATE TABLE u (x int)',
    'ALTER TABLE dbo.t ADD d nvarchar(10) NOT NULL DEFAULT (1), CONSTRAINT q CHECK (d > 1), e AS (a * 2)',
    'ALTER TABLE t ALTER COLUMN b decimal(10, 2) NULL',
    'ALTER TABLE dbo.t DROP CONSTRAINT q, COLUMN c',
    "EXEC sp_rename 'dbo.t.a', 'id', 'COLUMN'",
    "EXEC sys.sp_rename @objname = N'[dbo].[u]', @newname = N'v'",
    'ALTER TABLE dbo.elsewhere ADD z int',
  ].join('\n');
  const tables = scriptObjects(text, 'tsql').objects.filter(({ type }) => type === 'table');
  expect(
    tables.map(({ name, columns }) => [name.join('.'), columns.map((it) => `${it.name} ${it.type}`)]),
  ).toEqual([
    ['dbo.t', ['id int', 'b decimal(10,2)', 'd nvarchar(10)', 'e ']],
    ['v', ['x int']],
  ]);
});

test('changes of other dialects, and changes that change no column', () => {
  const columns = (text: string, dialect: SqlDialect) =>
    scriptObjects(text, dialect).objects.flatMap((it) =>
      it.columns.map(({ name, type }) => `${name} ${type}`),
    );
  expect(
    columns(
      'CREATE TABLE t (a int, b int, c int); ALTER TABLE IF EXISTS t ADD COLUMN IF NOT EXISTS d text, ADD COLUMN e int; ALTER TABLE ONLY t DROP COLUMN IF EXISTS a; ALTER TABLE t RENAME COLUMN b TO f; ALTER TABLE t ALTER COLUMN c SET NOT NULL',
      'postgres',
    ),
  ).toEqual(['f int', 'c int', 'd text', 'e int']);
  expect(columns('CREATE TABLE t (a int); ALTER TABLE t ADD (b int, c varchar2(5))', 'oracle')).toEqual([
    'a int',
    'b int',
    'c varchar2(5)',
  ]);
});

test('USE: what follows belongs to the database it goes to; the first one, or the one asked for, is the own', () => {
  const text =
    'USE master\nGO\nUSE [Shop]\nGO\nCREATE VIEW dbo.a AS SELECT 1 AS x\nGO\nUSE Crm\nGO\nCREATE TABLE t (i int)\nGO\nCREATE VIEW b AS SELECT i FROM t\nGO\nUSE shop\nGO\nCREATE VIEW c AS SELECT 1 AS x';
  expect(named(text)).toEqual(['view dbo.a', 'table Crm..t', 'view Crm..b', 'view c']);
  const inCrm = scriptObjects(text, 'tsql', 'crm').objects.map(({ name }) => name.join('.'));
  expect(inCrm).toEqual(['Shop.dbo.a', 't', 'b', 'shop..c']);
  expect(named('USE shop; CREATE TABLE t (a int); CREATE TABLE crm.u (a int)', 'mysql')).toEqual([
    'table shop.t',
    'table crm.u',
  ]);
});
