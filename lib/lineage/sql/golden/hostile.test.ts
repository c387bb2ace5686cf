import { expect, test } from 'vitest';
import { describeCase } from './describe-case';

const catalog = { 'dbo.t': ['a', 'b'], 'dbo.u': ['a'] };

test('a chain of queries that each use a column twice does not double its sources', () => {
  const ctes = Array.from({ length: 60 }, (_, at) => {
    const before = at === 0 ? 'dbo.t' : `c${at - 1}`;
    return `c${at} AS (SELECT a + a AS a, b + a + b AS b FROM ${before} UNION ALL SELECT a, b FROM ${before})`;
  });
  const sql = `CREATE VIEW dbo.v AS WITH ${ctes.join(', ')} SELECT a FROM c59`;
  expect(describeCase(sql, 'tsql', catalog)['dbo.v']?.columns).toEqual([
    'dbo.t.a -direct-> dbo.v.a',
    'dbo.t.a -expression-> dbo.v.a',
  ]);
});

test('views that read each other are read without end', () => {
  const sql = 'CREATE VIEW dbo.x AS SELECT a FROM dbo.y\nGO\nCREATE VIEW dbo.y AS SELECT * FROM dbo.x';
  const described = describeCase(sql, 'tsql', catalog);
  expect(described['dbo.x']?.columns).toEqual(['dbo.y.a -direct-> dbo.x.a']);
  expect(described['dbo.y']?.edges).toEqual(['reads dbo.x 3:22-3:41 parsed 0.95']);
});

test('a long chain of views, last first, is read in its order', () => {
  const views = Array.from({ length: 2000 }, (_, at) => {
    return `CREATE VIEW dbo.v${at} AS SELECT * FROM dbo.${at === 0 ? 't' : `v${at - 1}`}`;
  });
  const described = describeCase(views.toReversed().join('\nGO\n'), 'tsql', catalog);
  expect(described['dbo.v1999']?.columns).toEqual([
    'dbo.v1998.a -direct-> dbo.v1999.a',
    'dbo.v1998.b -direct-> dbo.v1999.b',
  ]);
});

test('temporary tables that feed each other are followed once', () => {
  const sql = `CREATE PROCEDURE dbo.p AS
    CREATE TABLE #a (x int) CREATE TABLE #b (x int)
    WHILE 1 = 1 BEGIN INSERT #a SELECT x FROM #b INSERT #b SELECT x FROM #a INSERT #a SELECT a FROM dbo.t END
    INSERT dbo.u SELECT x FROM #b`;
  expect(describeCase(sql, 'tsql', catalog)['dbo.p']?.columns).toEqual(['dbo.t.a -direct-> dbo.u.a']);
});

test('text that is no SQL gives no edges and no failure', () => {
  for (const sql of [
    '',
    ';;;',
    'SELECT',
    '((((',
    'CREATE PROCEDURE',
    'INSERT INTO',
    "'",
    'WITH a AS (',
    'MERGE x USING',
  ]) {
    expect(() => describeCase(sql, 'tsql', {})).not.toThrow();
  }
});
