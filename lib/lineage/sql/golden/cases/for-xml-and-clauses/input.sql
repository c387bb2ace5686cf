CREATE VIEW mart.clauses AS
SELECT c.id, STUFF((SELECT ',' + r.name FROM sales.regions r WHERE r.id = c.region_id FOR XML PATH('')), 1, 1, '') AS names,
  c.name COLLATE Latin1_General_CI_AS AS n
FROM sales.customers c WITH (NOLOCK) INNER HASH JOIN sales.orders o ON o.customer_id = c.id
GO
CREATE PROCEDURE mart.clauses2 AS
SELECT region_id, STRING_AGG(name, ',') WITHIN GROUP (ORDER BY id) AS names, MAX(name) AT TIME ZONE 'UTC' AS z
FROM sales.customers (NOLOCK) TABLESAMPLE (10 PERCENT) GROUP BY region_id WITH ROLLUP OPTION (RECOMPILE, MAXDOP 1)
SELECT a.amount FROM sales.orders FOR SYSTEM_TIME AS OF '2020-01-01' AS a
