-- Braces of ODBC, the row of a cursor, a sample of a table, another server for once.
CREATE PROCEDURE mart.p AS
DECLARE c CURSOR FOR SELECT id FROM sales.orders WHERE status = 'N'
UPDATE sales.orders SET status = 'D' WHERE CURRENT OF c
DELETE FROM sales.archive WHERE CURRENT OF GLOBAL c
INSERT mart.log (id, amount) SELECT {fn ABS(o.id)}, a.amount FROM {oj sales.orders AS o LEFT OUTER JOIN sales.archive AS a ON a.id = o.id} WHERE o.status > {d '2020-01-01'}
SELECT o.id, t.total FROM sales.orders AS o TABLESAMPLE SYSTEM (10 PERCENT) REPEATABLE (5), mart.totals AS t
SELECT q.id FROM OPENDATASOURCE('SQLNCLI', 'Data Source=far').crm.dbo.people AS q
INSERT mart.log (id, amount) SELECT $PARTITION.by_year(o.id), o.amount FROM sales.orders AS o
