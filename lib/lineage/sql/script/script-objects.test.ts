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
