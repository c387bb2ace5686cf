import { describe, expect, test } from 'vitest';
import { describeCase } from './describe-case';

const tables = {
  'sales.orders': ['id', 'customer_id', 'amount', 'tax', 'placed'],
  'sales.customers': ['id', 'name', 'region_id'],
  'sales.regions': ['id', 'name'],
  'mart.target': ['a', 'b', 'c'],
};

/** Queries of three columns a, b, c. */
const queries = {
  'one table': 'SELECT id AS a, amount + tax AS b, placed AS c FROM sales.orders WHERE tax > 0',
  join: `SELECT o.id AS a, c.name AS b, r.name AS c FROM sales.orders AS o
    JOIN sales.customers AS c ON c.id = o.customer_id LEFT JOIN sales.regions AS r ON r.id = c.region_id`,
  aggregate: `SELECT c.region_id AS a, SUM(o.amount) AS b, COUNT(DISTINCT o.placed) AS c FROM sales.orders AS o
    JOIN sales.customers AS c ON c.id = o.customer_id GROUP BY c.region_id HAVING SUM(o.tax) > 1`,
  window: `SELECT o.id AS a, ROW_NUMBER() OVER (PARTITION BY o.customer_id ORDER BY o.placed) AS b, MAX(o.tax) OVER () AS c
    FROM sales.orders AS o`,
  'nested queries': `SELECT o.id AS a, (SELECT MAX(c.name) FROM sales.customers AS c WHERE c.id = o.customer_id) AS b, 1 AS c
    FROM sales.orders AS o WHERE EXISTS (SELECT 1 FROM sales.regions AS r WHERE r.id = o.tax)`,
  union: `SELECT id AS a, name AS b, region_id AS c FROM sales.customers UNION ALL SELECT id, name, id FROM sales.regions`,
  case: 'SELECT CASE WHEN o.tax > 0 THEN o.amount ELSE o.id END AS a, CAST(o.placed AS date) AS b, o.tax AS c FROM sales.orders AS o',
};

const insert = (query: string) => `INSERT INTO mart.target (a, b, c) ${query}`;

/** Other ways to say the same. */
const same: { readonly [name: string]: (query: string) => string } = {
  'through a CTE': (query) => `WITH q AS (${query}) INSERT INTO mart.target (a, b, c) SELECT a, b, c FROM q`,
  'through two CTEs with other names': (query) =>
    `WITH p (x, y, z) AS (${query}), q AS (SELECT z AS c, y AS b, x AS a FROM p) INSERT INTO mart.target (a, b, c) SELECT a, b, c FROM q`,
  'through a derived table': (query) => insert(`SELECT d.a, d.b, d.c FROM (${query}) AS d`),
  'through a star of a derived table': (query) =>
    insert(`SELECT * FROM (SELECT * FROM (${query}) AS e) AS d`),
  'columns in another order': (query) =>
    `INSERT INTO mart.target (c, a, b) SELECT d.c, d.a, d.b FROM (${query}) AS d`,
  'without column list and INTO': (query) => `INSERT mart.target ${query}`,
  'without INTO, with TOP': (query) => `INSERT TOP (10) mart.target (a, b, c) ${query}`,
  'in upper case': (query) => insert(query).toUpperCase(),
  'with other aliases': (query) =>
    insert(query)
      .replace(/\bo\b/g, 'x1')
      .replace(/\bc\.(?=\w)/g, 'x2.')
      .replace(/customers AS c\b/g, 'customers AS x2'),
  'names in brackets': (query) => insert(query).replace(/\b(sales|mart)\.(\w+)/g, '[$1].[$2]'),
  'with comments': (query) =>
    insert(query).replace(
      /\b(SELECT|FROM|WHERE|JOIN|ON)\b/g,
      '/* x; DELETE FROM sales.regions */ $1 -- GO\n',
    ),
  'with hints': (query) =>
    `${insert(query).replace(/FROM (sales\.\w+)( AS \w+)?/g, 'FROM $1$2 WITH (NOLOCK)')} OPTION (RECOMPILE)`,
  'with old hints': (query) => insert(query).replace(/FROM (sales\.\w+)( AS \w+)?/g, 'FROM $1$2 (NOLOCK)'),
  'SELECT INTO a temporary table first': (query) =>
    `SELECT q.a, q.b, q.c INTO #t FROM (${query}) AS q; INSERT INTO mart.target (a, b, c) SELECT a, b, c FROM #t`,
  'INSERT into a temporary table first': (query) =>
    `CREATE TABLE #t (x int, y int, z int) INSERT #t ${query} INSERT mart.target SELECT t.x, t.y, t.z FROM #t AS t`,
  'through a table variable': (query) =>
    `DECLARE @t TABLE (x int, y int, z int) INSERT INTO @t (x, y, z) ${query} INSERT mart.target (a, b, c) SELECT x, y, z FROM @t`,
  'through two temporary tables': (query) =>
    `SELECT * INTO #t FROM (${query}) AS q SELECT a AS k, b AS l, c AS m INTO #u FROM #t INSERT mart.target (a, b, c) SELECT k, l, m FROM #u`,
  'as text made at run time': (query) => `EXEC (N'${insert(query).replaceAll("'", "''")}')`,
  'OUTPUT into': (query) => `${insert(query).replace('(a, b, c) ', '(a, b, c) OUTPUT inserted.a ')}`,
};

type Told = { edges: Set<string>; columns: Set<string> };

function told(sql: string, known: { readonly [name: string]: readonly string[] } = tables): Told {
  const described = describeCase(`CREATE PROCEDURE mart.p AS ${sql}`, 'tsql', known)['mart.p'];
  const edges = (described?.edges ?? []).map((it) => it.split(' ').slice(0, 2).join(' '));
  const columns = (described?.columns ?? []).filter((it) => !it.includes('> mart.p'));
  return { edges: new Set(edges), columns: new Set(columns) };
}

describe.each(Object.entries(queries))('%s', (_, query) => {
  const plain = told(insert(query));

  test('the plain form tells something', () => {
    expect(plain.edges.size).toBeGreaterThan(1);
    expect(plain.columns.size).toBeGreaterThan(2);
  });

  test.each(Object.entries(same))('%s: the same edges', (_name, write) => {
    expect(told(write(query))).toEqual(plain);
  });

  test('SELECT INTO the table itself: the same edges', () => {
    const { 'mart.target': _made, ...without } = tables;
    expect(told(`SELECT q.a, q.b, q.c INTO mart.target FROM (${query}) AS q`, without)).toEqual(plain);
  });

  test('MERGE: the same edges, and what it matches on', () => {
    const merge = told(
      `MERGE mart.target AS t USING (${query}) AS s ON 1 = 0 WHEN NOT MATCHED THEN INSERT (a, b, c) VALUES (s.a, s.b, s.c);`,
    );
    expect(merge).toEqual(plain);
  });
});
