import { describe, expect, test } from 'vitest';
import { splitText } from '../split/split-text';
import { parseStatements } from './parse-statements';

/** What the dynamic statements of a text run: their statements, `?` when parts are unknown, `-` for nothing known. */
const runs = (sql: string) =>
  parseStatements(splitText(sql, 'tsql').statements, 'tsql')
    .filter(({ outcome }) => outcome === 'dynamic')
    .map(({ dynamic }) => {
      if (dynamic === null) return '-';
      const texts = dynamic.statements.map(({ statement: { source, range } }) =>
        source.slice(range.start, range.end),
      );
      return texts.join(' | ') + (dynamic.holes ? ' ?' : '');
    });

describe('parseStatements', () => {
  test.each([
    ['literals', "EXEC ('SELECT a ' + N'FROM ''t''')", ["SELECT a FROM 't'"]],
    [
      'a variable',
      "DECLARE @s nvarchar(max) = N'SELECT 1'; SET @s += N' FROM t'; EXEC sp_executesql @s",
      ['SELECT 1 FROM t'],
    ],
    [
      '@stmt by name',
      "DECLARE @s nvarchar(9) = 'DELETE t' EXEC sys.sp_executesql @params = N'', @stmt = @s",
      ['DELETE t'],
    ],
    [
      'CONCAT, CAST and QUOTENAME',
      "EXEC (CONCAT('SELECT ', CAST(1 AS varchar(9)), ' FROM ', QUOTENAME('t')))",
      ['SELECT 1 FROM [t]'],
    ],
    ['SELECT as an assignment', "SELECT @s = 'SELECT 1', @t = 2 EXEC (@s)", ['SELECT 1']],
    [
      'several statements',
      "EXEC ('SET NOCOUNT ON; DELETE a; TRUNCATE TABLE b')",
      ['DELETE a | TRUNCATE TABLE b'],
    ],
    [
      'a parameter',
      "EXEC ('SELECT * FROM ' + @t + ' WHERE a = 1')",
      ['SELECT * FROM __hole__ WHERE a = 1 ?'],
    ],
    [
      'an IF keeps both ways',
      "SET @s = 'SELECT 1' IF @a = 1 SET @s = 'SELECT 2' EXEC (@s)",
      ['SELECT 1 | SELECT 2'],
    ],
    ['a variable that rows fill', "SET @s = 'SELECT 1' SELECT @s = a FROM t EXEC (@s)", ['-']],
    ['a variable that a call fills', "SET @s = 'SELECT 1' EXEC p @s OUTPUT EXEC (@s)", ['-']],
    ['a variable that a cursor fills', "SET @s = 'SELECT 1' FETCH NEXT FROM c INTO @s EXEC (@s)", ['-']],
    ['another server', "EXEC ('SELECT a FROM t') AT srv", ['SELECT a FROM [@openquery srv].t']],
    ['another server, with a call', "EXEC ('EXEC p') AT srv", ['-']],
    ['INSERT ... EXEC', "INSERT INTO t EXEC ('SELECT 1')", ['SELECT 1']],
  ])('%s', (_, sql, expected) => {
    expect(runs(sql)).toEqual(expected);
  });

  test('tells what is not known, and not what is', () => {
    const codes = (sql: string) =>
      parseStatements(splitText(sql, 'tsql').statements, 'tsql').flatMap(({ diagnostics }) =>
        diagnostics.map(({ code }) => code),
      );
    expect(codes("EXEC ('SELECT 1')")).toEqual([]);
    expect(codes("EXEC ('SELECT ' + @a)")).toEqual(['dynamic-sql']);
    expect(codes('EXEC (@a)')).toEqual(['dynamic-sql']);
    expect(codes("EXEC ('EXEC (@a)')")).toEqual(['dynamic-sql']);
  });
});
