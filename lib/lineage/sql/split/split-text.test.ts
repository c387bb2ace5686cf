import { describe, expect, test } from 'vitest';
import { splitText } from './split-text';

/** `kind path: text` of every statement. */
const split = (sql: string) =>
  splitText(sql, 'tsql').statements.map(({ kind, path, range }) => {
    const text = sql.slice(range.start, range.end).replace(/\s+/g, ' ');
    return `${[kind, ...path].join(' ')}: ${text}`;
  });

describe('splitText of T-SQL', () => {
  test.each<[string, string, string[]]>([
    [
      'statements without semicolons',
      'SELECT 1 SELECT 2 UPDATE t SET a = 1 DELETE FROM t',
      ['select: SELECT 1', 'select: SELECT 2', 'update: UPDATE t SET a = 1', 'delete: DELETE FROM t'],
    ],
    [
      'UNION, EXCEPT and subqueries',
      'SELECT 1 UNION ALL SELECT (SELECT 2) EXCEPT SELECT 3',
      ['select: SELECT 1 UNION ALL SELECT (SELECT 2) EXCEPT SELECT 3'],
    ],
    ['INSERT ... SELECT', 'INSERT t SELECT 1 SELECT 2', ['insert: INSERT t SELECT 1', 'select: SELECT 2']],
    [
      'INSERT ... WITH is none, WITH ... INSERT ... SELECT is one',
      ';WITH c AS (SELECT 1 a) INSERT INTO t SELECT a FROM c SELECT 3',
      ['insert: WITH c AS (SELECT 1 a) INSERT INTO t SELECT a FROM c', 'select: SELECT 3'],
    ],
    [
      'INSERT ... EXEC',
      'INSERT INTO t (a) EXEC p 1 EXEC q',
      ['insert-execute: INSERT INTO t (a) EXEC p 1', 'execute: EXEC q'],
    ],
    [
      'MERGE with its actions',
      'MERGE t USING s ON a = b WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN INSERT (x) VALUES (1) WHEN NOT MATCHED BY SOURCE THEN DELETE OUTPUT $action; SELECT 1',
      [
        'merge: MERGE t USING s ON a = b WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN INSERT (x) VALUES (1) WHEN NOT MATCHED BY SOURCE THEN DELETE OUTPUT $action',
        'select: SELECT 1',
      ],
    ],
    [
      'a join hint is no MERGE',
      'SELECT 1 FROM a INNER MERGE JOIN b ON 1 = 1',
      ['select: SELECT 1 FROM a INNER MERGE JOIN b ON 1 = 1'],
    ],
    [
      'IF and ELSE without blocks',
      'IF @a = dbo.f(1) SELECT 1 ELSE IF @b = 1 SELECT 2 ELSE SELECT 3 SELECT 4',
      [
        'condition: IF @a = dbo.f(1)',
        'select if: SELECT 1',
        'other else: IF @b = 1',
        'select else if: SELECT 2',
        'select else else: SELECT 3',
        'select: SELECT 4',
      ],
    ],
    [
      'blocks in blocks',
      'WHILE 1 = 1 BEGIN BEGIN TRY SELECT 1 END TRY BEGIN CATCH THROW END CATCH BREAK END SELECT 2',
      [
        'other: WHILE 1 = 1',
        'select while try: SELECT 1',
        'other while catch: THROW',
        'other while: BREAK',
        'select: SELECT 2',
      ],
    ],
    [
      'CASE ... END is no block',
      'BEGIN SELECT CASE WHEN 1 = 1 THEN 2 END SELECT 3 END',
      ['select: SELECT CASE WHEN 1 = 1 THEN 2 END', 'select: SELECT 3'],
    ],
    [
      'IF UPDATE() and ON DELETE',
      'IF UPDATE(a) SELECT 1 ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES u ON DELETE SET NULL SELECT 2',
      [
        'other: IF UPDATE(a)',
        'select if: SELECT 1',
        'ddl: ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES u ON DELETE SET NULL',
        'select: SELECT 2',
      ],
    ],
    [
      'FETCH after ROWS',
      'SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY FETCH NEXT FROM c INTO @a',
      [
        'select: SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY',
        'other: FETCH NEXT FROM c INTO @a',
      ],
    ],
    ['labels', 'again: SELECT 1 GOTO again', ['select: SELECT 1', 'other: GOTO again']],
    [
      'names that are words of statements',
      'SELECT a.[set], b.delete FROM dbo.update AS b, x.open',
      ['select: SELECT a.[set], b.delete FROM dbo.update AS b, x.open'],
    ],
    [
      'GO only alone in its line',
      'SELECT 1 AS go\nGO 2\nSELECT go FROM t\nGO',
      ['select: SELECT 1 AS go', 'select: SELECT go FROM t'],
    ],
    [
      'a call without EXEC begins a batch',
      'sp_help t\nGO\ndbo.p 1',
      ['execute: sp_help t', 'execute: dbo.p 1'],
    ],
    [
      'cursors',
      'DECLARE c CURSOR FAST_FORWARD FOR SELECT a FROM t WITH (NOLOCK) FOR UPDATE OF a SELECT 1',
      [
        'cursor: DECLARE c CURSOR FAST_FORWARD FOR SELECT a FROM t WITH (NOLOCK) FOR UPDATE OF a',
        'select: SELECT 1',
      ],
    ],
    [
      'assignments',
      'DECLARE @a int = (SELECT 1), @b int SET @b = 1 SET @b = @a SET NOCOUNT ON',
      [
        'assign: DECLARE @a int = (SELECT 1), @b int',
        'other: SET @b = 1',
        'assign: SET @b = @a',
        'other: SET NOCOUNT ON',
      ],
    ],
    [
      'tables',
      'CREATE TABLE #t (a int) DECLARE @t TABLE (a int) CREATE TABLE u WITH (HEAP) AS SELECT 1 a SELECT 2',
      [
        'create-table: CREATE TABLE #t (a int)',
        'declare-table: DECLARE @t TABLE (a int)',
        'create-table-as: CREATE TABLE u WITH (HEAP) AS SELECT 1 a',
        'select: SELECT 2',
      ],
    ],
    [
      'TRUNCATE and BULK INSERT',
      "TRUNCATE TABLE a.b BULK INSERT c FROM 'f'",
      ['truncate: TRUNCATE TABLE a.b', "bulk-load: BULK INSERT c FROM 'f'"],
    ],
    [
      'permissions',
      'GRANT SELECT, INSERT ON t TO u SELECT 1',
      ['other: GRANT SELECT, INSERT ON t TO u', 'select: SELECT 1'],
    ],
    [
      'one missing parenthesis spoils one statement',
      'SELECT (1; SELECT 2',
      ['select: SELECT (1', 'select: SELECT 2'],
    ],
  ])('%s', (_, sql, expected) => {
    expect(split(sql)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    [
      'procedure',
      'CREATE OR ALTER PROC dbo.p @a AS int, @b int OUT WITH EXECUTE AS OWNER AS SET NOCOUNT ON SELECT @a',
      ['other: SET NOCOUNT ON', 'select: SELECT @a'],
    ],
    [
      'view',
      'CREATE VIEW v (a) WITH SCHEMABINDING AS SELECT a FROM dbo.t WITH CHECK OPTION',
      ['view-query: SELECT a FROM dbo.t WITH CHECK OPTION'],
    ],
    [
      'inline function',
      'CREATE FUNCTION f (@a int) RETURNS TABLE AS RETURN (SELECT a FROM t)',
      ['return-query: RETURN (SELECT a FROM t)'],
    ],
    [
      'inline function without parentheses',
      'CREATE FUNCTION f () RETURNS TABLE RETURN SELECT a FROM t',
      ['return-query: RETURN SELECT a FROM t'],
    ],
    [
      'table function',
      'CREATE FUNCTION f () RETURNS @r TABLE (a int) AS BEGIN INSERT @r SELECT 1 RETURN END',
      ['insert: INSERT @r SELECT 1', 'other: RETURN'],
    ],
    [
      'scalar function',
      'CREATE FUNCTION f (@x int) RETURNS int AS BEGIN RETURN @x + 1 END',
      ['return-query: RETURN @x + 1'],
    ],
    [
      'trigger',
      'CREATE TRIGGER g ON dbo.t AFTER INSERT, UPDATE AS IF UPDATE(a) DELETE FROM u',
      ['other: IF UPDATE(a)', 'delete if: DELETE FROM u'],
    ],
  ])('body of a %s', (_, sql, expected) => {
    expect(split(sql)).toEqual(expected);
  });

  test('tells the parts of calls and table definitions', () => {
    const [first, second, third, fourth] = splitText(
      "EXEC @r = db..p @a = 1, @b = f(2, 3) OUTPUT; EXEC ('SELECT 1' + @x) AT srv; DECLARE @t TABLE (a int PRIMARY KEY, [b c] decimal(1, 2), UNIQUE (a)); CREATE SYNONYM s FOR db.d.t",
      'tsql',
    ).statements;
    const text = ({ start, end }: { start: number; end: number }) => first?.source.slice(start, end);
    expect(first?.call?.name).toEqual(['db', '', 'p']);
    expect(first?.call?.arguments.map((it) => [it.name, text(it.range), it.output])).toEqual([
      ['@a', '1', false],
      ['@b', 'f(2, 3)', true],
    ]);
    expect(second?.call?.dynamicText && text(second.call.dynamicText)).toBe("'SELECT 1' + @x");
    expect(second?.call?.at).toBe('srv');
    expect([third?.target?.name, third?.columns.map(({ name }) => name)]).toEqual([['@t'], ['a', 'b c']]);
    expect([fourth?.kind, fourth?.target?.name, fourth?.of?.name]).toEqual([
      'create-synonym',
      ['s'],
      ['db', 'd', 't'],
    ]);
  });
});
