import { describe, expect, test } from 'vitest';
import { splitText } from '../split/split-text';
import { parseStatement } from './parse-statement';
import { spannedNames } from './testing/spanned-names';

const parse = (sql: string) => splitText(sql, 'tsql').statements.map((it) => parseStatement(it, 'tsql'));
/** `outcome step step` of the one statement. */
const outcome = (sql: string) =>
  parse(sql)
    .map((it) => [it.outcome, ...it.steps.map(({ name }) => name)].join(' '))
    .join('; ');

describe('parseStatement', () => {
  test.each<[construct: string, sql: string, expected: string]>([
    ['INSERT without INTO', 'INSERT dbo.t SELECT 1', 'repaired insert-into'],
    ['INSERT TOP', 'INSERT TOP (5) PERCENT INTO t SELECT 1', 'repaired insert-into'],
    ['a target without its schema', 'INSERT INTO db..t SELECT 1', 'repaired empty-schema'],
    ['a target without INTO and schema', 'INSERT db..t (a) VALUES (1)', 'repaired insert-into empty-schema'],
    ['a temporary target in tempdb', 'UPDATE tempdb..#t SET a = 1', 'repaired empty-schema'],
    ['a source without its schema is fine', 'SELECT a FROM db..t', 'parsed'],
    ['INSERT INTO is fine', 'INSERT INTO dbo.t SELECT 1', 'parsed'],
    ['UPDATE TOP', 'UPDATE TOP (5) t SET a = 1', 'repaired top'],
    ['DELETE TOP', 'DELETE TOP 5 FROM t', 'repaired top'],
    ['MERGE TOP', 'MERGE TOP (5) t USING s ON a = b WHEN MATCHED THEN DELETE', 'repaired top'],
    ['SELECT TOP is fine', 'SELECT TOP (5) a FROM t', 'parsed'],
    ['a keyword next to a dot', 'UPDATE Warehouse.Colors SET Id = 1', 'repaired quoted-name quoted-name'],
    ['compound assignment', 'UPDATE t SET t.a += 1', 'repaired compound-assignment'],
    ['.WRITE', "UPDATE t SET c.WRITE(N'x', 0, 1)", 'repaired write'],
    ['.modify', "UPDATE t SET c.modify('delete /a')", 'repaired modify'],
    ['a variable and a column', 'UPDATE t SET @v = c = c + 1', 'repaired variable-and-column'],
    ['a variable alone is fine', 'UPDATE t SET @v = c', 'parsed'],
    ['hint without WITH', 'SELECT a FROM t (NOLOCK)', 'repaired bare-table-hint'],
    [
      'hints without WITH behind an alias',
      'SELECT a FROM t x (NOLOCK, READPAST)',
      'repaired bare-table-hint',
    ],
    ['a call of a function is fine', 'SELECT a FROM dbo.f(NOLOCK_ID)', 'parsed'],
    ['SYSTEM_TIME AS OF', 'SELECT a FROM t FOR SYSTEM_TIME AS OF @d x', 'repaired system-time'],
    [
      'SYSTEM_TIME BETWEEN',
      "SELECT a FROM t FOR SYSTEM_TIME BETWEEN '1' AND f(2) AS x",
      'repaired system-time',
    ],
    ['FOR XML is fine', "SELECT a FROM t FOR XML PATH('x'), TYPE", 'parsed'],
    ['DELETE FROM FROM', 'DELETE FROM t FROM t AS a JOIN b ON a.x = b.x', 'repaired delete-from-from'],
    ['DELETE alias FROM is fine', 'DELETE a FROM t AS a JOIN b ON a.x = b.x', 'parsed'],
    ['OUTPUT INTO with columns is fine', 'DELETE t OUTPUT deleted.a INTO u (a) WHERE b = 1', 'parsed'],
    [
      'CONTAINSTABLE',
      'SELECT k.[KEY] FROM CONTAINSTABLE(dbo.t, c, @s, LANGUAGE 1033) AS k',
      'repaired rowset-function',
    ],
    ['CHANGETABLE', 'SELECT c.a FROM CHANGETABLE(CHANGES dbo.t, @v) AS c', 'repaired rowset-function'],
    [
      'PREDICT',
      'SELECT p.a FROM PREDICT(MODEL = @m, DATA = dbo.t AS d) WITH (a float) AS p',
      'repaired rowset-function',
    ],
    [
      'OPENROWSET',
      "SELECT * FROM OPENROWSET(BULK 'f.csv', FORMAT = 'CSV') WITH (a int) AS r",
      'repaired external-rowset',
    ],
    ['OPENJSON is fine', "SELECT a FROM OPENJSON(@j) WITH (a int '$.a')", 'parsed'],
    [
      '.nodes() in an APPLY is fine',
      "SELECT n.c.value('.', 'int') FROM t CROSS APPLY t.x.nodes('/a') AS n(c)",
      'parsed',
    ],
    [
      '[nodes]() and [value]()',
      "SELECT n.[c].[value](N'.', 'int') FROM t CROSS APPLY t.[x].[nodes](N'/a') AS n([c])",
      'repaired xml-quoted-method xml-quoted-method',
    ],
    ['XMLNAMESPACES', "WITH XMLNAMESPACES ('u' AS p) SELECT a FROM t", 'repaired xmlnamespaces'],
    [
      'XMLNAMESPACES before CTEs',
      "WITH XMLNAMESPACES ('u' AS p), c AS (SELECT 1 a) SELECT a FROM c",
      'repaired xmlnamespaces',
    ],
    [
      'CREATE TABLE AS',
      'CREATE TABLE t WITH (DISTRIBUTION = HASH(a), HEAP) AS SELECT a FROM u',
      'repaired table-options',
    ],
    ['CREATE TABLE AS without options is fine', 'CREATE TABLE t AS SELECT a FROM u', 'parsed'],
    ['type::method()', 'SELECT geography::Point(a, b, 4326) FROM t', 'repaired static-method'],
    ['FROM ::function()', 'SELECT * FROM ::fn_trace(a)', 'repaired static-method'],
    ['TRY_PARSE', "SELECT TRY_PARSE(a AS int USING 'en-US') FROM t", 'repaired parse-function culture'],
    ['ODBC is fine', 'SELECT {fn NOW()}', 'parsed'],
    ['COUNT(ALL) is fine', 'SELECT COUNT(ALL a) FROM t', 'parsed'],
    [
      'OPTION, hints, COLLATE, AT TIME ZONE are fine',
      "SELECT a COLLATE Latin1_General_CI_AS, b AT TIME ZONE 'UTC' FROM t WITH (NOLOCK, INDEX(i)) OPTION (RECOMPILE)",
      'parsed',
    ],
    [
      'a word that is no name elsewhere',
      'SELECT a FROM dbo.s interval WHERE interval.a = 1',
      'repaired quoted-word',
    ],
    ['no SQL at all', 'SELECT FROM WHERE', 'scanned'],
    ['EXEC of text', "EXEC ('SELECT 1')", 'dynamic'],
    ['EXEC of a procedure is fine', 'EXEC dbo.p @sql', 'parsed'],
    ['sp_executesql', 'EXEC sys.sp_executesql @stmt = @sql', 'dynamic'],
    ['EXECUTE AS is fine', "EXECUTE AS USER = 'u'", 'parsed'],
  ])('%s', (_, sql, expected) => {
    expect(outcome(sql)).toBe(expected);
  });

  test.each([
    ['parentheses', `SELECT ${'('.repeat(40)}a + b${')'.repeat(40)} AS x FROM t`],
    ['calls', `SELECT ${'REPLACE('.repeat(40)}t.a${", 'x', b)".repeat(40)} AS x FROM t`],
    ['CASEs', `SELECT ${'CASE WHEN a = 1 THEN b ELSE '.repeat(40)}0${' END'.repeat(40)} x FROM t`],
    ['a chain', `SELECT ${Array(700).fill('a + b').join(' + ')} x, c FROM t`],
    ['a UNION', `WITH c AS (SELECT 1 a) ${Array(600).fill('SELECT a, b AS x FROM c').join(' UNION ALL ')}`],
  ])('what is too deep for the parser is made flat: %s', (_, sql) => {
    const [first] = parse(sql);
    if (first === undefined) throw new Error('no statement');
    expect(first.outcome).toBe('repaired');
    const names = new Set(spannedNames(first).map(({ name }) => name));
    for (const name of ['a', 'b', 'x']) expect(names).toContain(name);
  });

  test.each([
    ['condition', 'IF EXISTS (SELECT a FROM dbo.t WHERE b = 1) PRINT 1'],
    [
      'assignments',
      'DECLARE @a int, @b int = (SELECT MAX(c) FROM dbo.t), @c int, @d AS int = @a + 1, @e int',
    ],
    ['cursor', 'DECLARE c CURSOR LOCAL FOR SELECT a, b FROM dbo.t FOR READ ONLY'],
    ['scalar RETURN', 'CREATE FUNCTION f (@a int) RETURNS int AS BEGIN RETURN dbo.g(@a) END'],
    [
      'repairs',
      "/* 😀 */ INSERT TOP (1) dbo.t (a, [b]]c]) SELECT '😀' AS e, x.value('.', 'int') FROM u (NOLOCK) AS x",
    ],
  ])('spans of names in the tree lead back to the source: %s', (_, sql) => {
    const [first] = parse(sql);
    if (first === undefined) throw new Error('no statement');
    const names = spannedNames(first);
    expect(names.length).toBeGreaterThan(1);
    for (const { name, written } of names) expect(written).toBe(name);
  });

  test('tells what is lost in a diagnostic at its place', () => {
    const sql = "SELECT * FROM a, OPENROWSET(BULK 'f.csv', SINGLE_CLOB) AS q";
    const { diagnostics } = parse(sql)[0] ?? { diagnostics: [] };
    expect(diagnostics.map(({ code, range }) => [code, sql.slice(range.start, range.end)])).toEqual([
      ['rewrite-lossy', "OPENROWSET(BULK 'f.csv', SINGLE_CLOB)"],
    ]);
  });
});
