import { describe, expect, test } from 'vitest';
import type { SqlDialect } from '../dialect';
import { splitText } from '../split/split-text';
import { scanTables } from './scan-tables';

/** `reads > writes ! calls` of the statements of a text. */
const scan = (sql: string, dialect: SqlDialect = 'tsql') =>
  splitText(sql, dialect)
    .statements.map((statement) => {
      const { reads, writes, calls } = scanTables(statement);
      const [a, b, c] = [reads, writes, calls].map((list) =>
        list.map(({ name }) => name.join('.')).join(' '),
      );
      return `${a} > ${b} ! ${c}`;
    })
    .join('; ');

describe('scanTables', () => {
  test.each([
    [
      'joins, commas and aliases',
      'SELECT 1 FROM a.b x, [c d] AS y JOIN e ON x.f = e.f CROSS APPLY dbo.g(x.h) z',
      'a.b c d e >  ! dbo.g',
    ],
    [
      'subqueries',
      'SELECT (SELECT 1 FROM a) FROM (SELECT 1 FROM b) x WHERE EXISTS (SELECT 1 FROM c)',
      'a b c >  ! ',
    ],
    [
      'CTEs are left out',
      'WITH x AS (SELECT 1 FROM a), y (b) AS (SELECT 1 FROM x) SELECT 1 FROM y, db.x',
      'a db.x >  ! ',
    ],
    ['UPDATE by alias', 'UPDATE x SET a = 1 FROM dbo.t AS x JOIN u ON 1 = 1', 'dbo.t u > dbo.t ! '],
    ['UPDATE TOP', 'UPDATE TOP (5) dbo.t SET a = 1', ' > dbo.t ! '],
    ['DELETE by alias', 'DELETE x FROM dbo.t x', 'dbo.t > dbo.t ! '],
    ['DELETE FROM', 'DELETE FROM dbo.t WHERE a IN (SELECT b FROM u)', 'u > dbo.t ! '],
    ['INSERT without INTO', 'INSERT dbo.t (a) SELECT dbo.f(b) FROM u', 'u > dbo.t ! dbo.f'],
    ['INSERT TOP', 'INSERT TOP (1) INTO t SELECT 1', ' > t ! '],
    ['SELECT INTO', 'SELECT a INTO #t FROM u', 'u > #t ! '],
    ['OUTPUT INTO', 'DELETE t OUTPUT deleted.a INTO log.u (a)', ' > t log.u ! '],
    [
      'MERGE',
      'MERGE TOP (1) INTO dbo.t AS x USING u ON 1 = 1 WHEN MATCHED THEN UPDATE SET a = 1 WHEN NOT MATCHED THEN INSERT (a) VALUES (1);',
      'u > dbo.t ! ',
    ],
    [
      'MERGE USING a query',
      'MERGE t USING (SELECT a FROM u) s ON 1 = 1 WHEN MATCHED THEN DELETE;',
      'u > t ! ',
    ],
    ['hints', 'SELECT 1 FROM a (NOLOCK), b WITH (NOLOCK), c', 'a b c >  ! '],
    ['EXEC and INSERT EXEC', 'EXEC db..p @a; INSERT INTO t EXEC q', ' >  ! db..p;  > t ! q'],
    ['TRUNCATE', 'TRUNCATE TABLE dbo.t', ' > dbo.t ! '],
    [
      'IS DISTINCT FROM and EXTRACT',
      'SELECT 1 FROM a WHERE b IS DISTINCT FROM c AND TRIM(d FROM e) = f',
      'a >  ! ',
    ],
    [
      'XML methods are no calls',
      "SELECT a.value('x', 'y'), b.c.query('z') FROM t.nodes('n') AS u(v)",
      ' >  ! ',
    ],
    ['inserted and deleted', 'SELECT 1 FROM inserted JOIN deleted d ON 1 = 1', ' >  ! '],
  ])('%s', (_, sql, expected) => {
    expect(scan(sql)).toBe(expected);
  });

  test('ranges are those of the names', () => {
    const sql = 'SELECT 1 FROM [a] . b x';
    const [statement] = splitText(sql, 'tsql').statements;
    if (statement === undefined) throw new Error('no statement');
    expect(scanTables(statement).reads.map(({ range }) => sql.slice(range.start, range.end))).toEqual([
      '[a] . b',
    ]);
  });
});
